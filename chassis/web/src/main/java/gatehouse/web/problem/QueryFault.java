package gatehouse.web.problem;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which query parameter could not be read. JAX-RS answers 404 to any parameter that it cannot
 * convert (3.0, section 3.2); a caller whose number is misspelt would look for the mistake in the
 * path.
 */
final class QueryFault {
  private QueryFault() {}

  /** English words on it, or nothing when the path itself led nowhere. */
  static Optional<String> of(ResourceInfo resource, MultivaluedMap<String, String> query) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return Optional.empty();
    }
    Parameter[] parameters = method.getParameters();
    Optional<String> named =
        Arrays.stream(parameters)
            .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
            .filter(parameter -> !reads(parameter, query))
            .map(QueryFault::named)
            .findFirst();
    return named.or(() -> unnamed(parameters));
  }

  private static String named(Parameter parameter) {
    String name = parameter.getAnnotation(QueryParam.class).value();
    return parameter.getType().isEnum()
        ? "wrong value: query parameter " + name + JsonFault.allowed(parameter.getType())
        : "wrong type or value: query parameter " + name;
  }

  /** Where the path takes only text, the fault can be in nothing but the query. */
  private static Optional<String> unnamed(Parameter[] parameters) {
    boolean typedPath =
        Arrays.stream(parameters)
            .filter(parameter -> parameter.isAnnotationPresent(PathParam.class))
            .anyMatch(parameter -> parameter.getType() != String.class);
    return typedPath ? Optional.empty() : Optional.of("wrong type or value: a query parameter");
  }

  private static boolean reads(Parameter parameter, MultivaluedMap<String, String> query) {
    QueryParam annotation = parameter.getAnnotation(QueryParam.class);
    List<String> values = annotation == null ? null : query.get(annotation.value());
    return values == null || values.stream().allMatch(value -> reads(parameter.getType(), value));
  }

  private static boolean reads(Class<?> type, @Nullable String value) {
    try {
      if (type == long.class || type == Long.class) {
        Long.parseLong(Objects.requireNonNullElse(value, ""));
      } else if (type == int.class || type == Integer.class) {
        Integer.parseInt(Objects.requireNonNullElse(value, ""));
      } else if (type == Instant.class) {
        Instant.parse(Objects.requireNonNullElse(value, ""));
      } else if (type == UUID.class) {
        UUID.fromString(Objects.requireNonNullElse(value, ""));
      } else if (type.isEnum()) {
        return Arrays.stream(type.getEnumConstants())
            .anyMatch(constant -> ((Enum<?>) constant).name().equals(value));
      }
      return true;
    } catch (IllegalArgumentException | DateTimeException _) {
      return false;
    }
  }
}
