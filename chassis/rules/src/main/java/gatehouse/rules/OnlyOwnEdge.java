package gatehouse.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Of all edges, a class in an edge knows its own. */
final class OnlyOwnEdge extends ArchCondition<JavaClass> {
  OnlyOwnEdge() {
    super("know no edge but their own");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String own = Places.edgeOf(type);
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String other = Places.edgeOf(dependency.getTargetClass());
      if (!other.isEmpty() && !other.equals(own)) {
        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
      }
    }
  }
}
