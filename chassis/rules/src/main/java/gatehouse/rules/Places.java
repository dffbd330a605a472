package gatehouse.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Where things stand in a service: {@code gatehouse.<service>.<feature>[.<edge>]}. */
final class Places {
  static final String CORE = "gatehouse.*.*";
  static final String[] EDGES = {"..rest..", "..store..", "..events..", "..pages..", "..fhir.."};

  private static final Set<String> EDGE_NAMES = Set.of("rest", "store", "events", "pages", "fhir");
  private static final Set<String> SCOPES =
      Set.of(
          "jakarta.enterprise.context.ApplicationScoped",
          "jakarta.enterprise.context.RequestScoped",
          "jakarta.inject.Singleton");
  private static final int CORE_DEPTH = 3;

  private Places() {}

  /** The edge package a class stands in, or the empty string outside edges. */
  static String edgeOf(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    // Others have packages of these names, too: org.eclipse.microprofile.rest.client is no edge.
    boolean isEdge =
        parts.length > CORE_DEPTH
            && parts[0].equals("gatehouse")
            && EDGE_NAMES.contains(parts[CORE_DEPTH]);
    return isEdge ? String.join(".", parts[0], parts[1], parts[2], parts[3]) : "";
  }

  static DescribedPredicate<JavaClass> edgeTypes() {
    return DescribedPredicate.describe("stand in an edge", type -> !edgeOf(type).isEmpty());
  }

  static DescribedPredicate<JavaClass> domainTypes() {
    return DescribedPredicate.describe(
        "are domain types", type -> isCore(type) && !isUseCase(type) && !isPackageInfo(type));
  }

  static DescribedPredicate<JavaClass> plainOrDomain() {
    return DescribedPredicate.describe(
        "are plain Java or domain types",
        type -> {
          String name = type.getPackageName();
          return name.isEmpty()
              || name.startsWith("java.")
              || name.equals("org.jspecify.annotations")
              || name.equals("gatehouse.clauses")
              || name.equals("gatehouse.pseudonym")
              // Plain libraries like the two above; their inner packages count as core anyway.
              || name.equals("gatehouse.deid")
              || name.equals("gatehouse.lease")
              || isCore(type.getBaseComponentType());
        });
  }

  private static boolean isCore(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    return parts.length == CORE_DEPTH && parts[0].equals("gatehouse");
  }

  /** A use case is managed, or nested in something that is. */
  private static boolean isUseCase(JavaClass type) {
    boolean managed =
        type.getAnnotations().stream()
            .anyMatch(annotation -> SCOPES.contains(annotation.getRawType().getName()));
    return managed || type.getEnclosingClass().map(Places::isUseCase).orElse(false);
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }
}
