package gatehouse.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a service offers over HTTP and to whom, counted from its code.
 *
 * <p>{@code contracts/endpoints.txt} holds one line per endpoint; {@link #table} is compared with
 * it, so that a new endpoint or a widened role shows in a review.
 */
public final class Endpoints {
  private static final String AUTHENTICATED = "io.quarkus.security.Authenticated";
  private static final String CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  private Endpoints() {}

  /** One sorted line per endpoint: method, path, who may call it. */
  public static List<String> table(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(isEndpoint())
        .map(Endpoints::line)
        .sorted()
        .toList();
  }

  static DescribedPredicate<JavaMethod> isEndpoint() {
    return DescribedPredicate.describe(
        "are endpoints",
        // A client's methods are endpoints of another service.
        method -> !method.getOwner().isAnnotatedWith(CLIENT) && verb(method).isPresent());
  }

  static ArchCondition<JavaMethod> declareWhoMayCall() {
    return new ArchCondition<>("declare who may call them") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (callers(method).isEmpty()) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " says nobody and not everybody"));
        }
      }
    };
  }

  static ArchCondition<JavaMethod> sayWhatTheyMake() {
    return new ArchCondition<>("say with @Produces what they make") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (!method.isAnnotatedWith(Produces.class)
            && !method.getOwner().isAnnotatedWith(Produces.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " does not say what it makes"));
        }
      }
    };
  }

  private static String line(JavaMethod method) {
    return "%s %s%s %s"
        .formatted(
            verb(method).orElseThrow(),
            path(method.getOwner()),
            path(method),
            callers(method).orElse("(nobody said)"));
  }

  private static Optional<String> verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class))
        .flatMap(Optional::stream)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String path(HasAnnotations<?> element) {
    String path = element.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
  }

  private static Optional<String> callers(JavaMethod method) {
    JavaClass owner = method.getOwner();
    return Stream.<HasAnnotations<?>>of(method, owner)
        .map(Endpoints::callersOn)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> callersOn(HasAnnotations<?> element) {
    if (element.isAnnotatedWith(PermitAll.class)) {
      return Optional.of("everybody");
    }
    if (element.isAnnotatedWith(AUTHENTICATED)) {
      return Optional.of("anybody with a token");
    }
    return element
        .tryGetAnnotationOfType(RolesAllowed.class)
        .map(RolesAllowed::value)
        .map(roles -> String.join(",", Stream.of(roles).sorted().toList()));
  }
}
