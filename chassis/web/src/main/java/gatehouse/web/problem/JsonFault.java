package gatehouse.web.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was wrong with a JSON body, told without repeating what stood in it. */
record JsonFault(WebProblem problem, String detail) {
  /** Field names of ours look like this; a caller's may be somebody's number. */
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}");

  static JsonFault of(JacksonException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown ->
          new JsonFault(
              WebProblem.UNKNOWN_FIELD, "unknown field: " + path(unknown) + known(unknown));
      case CleanText.Unclean unclean ->
          new JsonFault(WebProblem.INVALID_REQUEST, "control character: " + path(unclean));
      case InvalidFormatException word when isEnum(word.getTargetType()) ->
          new JsonFault(
              WebProblem.WRONG_TYPE, "wrong value: " + path(word) + allowed(word.getTargetType()));
      case MismatchedInputException mismatch ->
          new JsonFault(WebProblem.WRONG_TYPE, "wrong type or value: " + path(mismatch));
      case JsonMappingException mapping ->
          new JsonFault(WebProblem.WRONG_TYPE, "cannot be read: " + path(mapping));
      default ->
          new JsonFault(
              WebProblem.MALFORMED_JSON,
              fault.getLocation() == null
                  ? "not valid JSON"
                  : "not valid JSON at line %d, column %d"
                      .formatted(
                          fault.getLocation().getLineNr(), fault.getLocation().getColumnNr()));
    };
  }

  private static boolean isEnum(@Nullable Class<?> type) {
    return type != null && type.isEnum();
  }

  /** The words that an enum has, which stand in the contract. */
  static String allowed(Class<?> type) {
    return Arrays.stream(Objects.requireNonNullElse(type.getEnumConstants(), new Object[0]))
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.joining(", ", " (allowed: ", ")"));
  }

  private static String known(UnrecognizedPropertyException unknown) {
    Collection<Object> ids = unknown.getKnownPropertyIds();
    return ids == null || ids.isEmpty()
        ? ""
        : ids.stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", ", " (known: ", ")"));
  }

  private static String path(JsonMappingException fault) {
    String path = fault.getPath().stream().map(JsonFault::step).collect(Collectors.joining("."));
    return path.isEmpty() ? "the body itself" : path;
  }

  private static String step(JsonMappingException.Reference step) {
    String field = step.getFieldName();
    if (field == null) {
      return "[" + step.getIndex() + "]";
    }
    return HARMLESS.matcher(field).matches() ? field : "(a name that is not shown)";
  }
}
