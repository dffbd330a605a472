package gatehouse.gateway.fields;

import gatehouse.gateway.json.Json;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes that members of a public body may have; any other could carry what nobody reads. */
final class Shapes {
  private static final Set<String> STREAM_OPTIONS = Set.of("include_usage", "include_obfuscation");
  private static final Set<String> FORMATS = Set.of("text", "json_object", "json_schema");
  private static final Set<String> SCHEMA = Set.of("name", "description", "schema", "strict");
  private static final Set<String> FLAT = Set.of("type", "name", "description", "schema", "strict");
  private static final Set<String> CHOICES = Set.of("none", "auto", "required");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Pattern DATA_URL =
      Pattern.compile(
          "data:\\s{0,8}(?:[\\w.+-]{1,64}/[\\w.+*-]{1,64}|;\\s{0,8}base64)\\s{0,8}[;,]",
          Pattern.CASE_INSENSITIVE);

  private Shapes() {}

  /** A string, a number, true, false or null. */
  static boolean scalar(Json value) {
    return !(value instanceof Json.Obj) && !(value instanceof Json.Arr);
  }

  /** Nothing, a string or strings. */
  static boolean stop(Json value) {
    return switch (value) {
      case Json.Str _, Json.Null _ -> true;
      case Json.Arr array -> array.items().stream().allMatch(Json.Str.class::isInstance);
      case Json.Obj _, Json.Num _, Json.Bool _ -> false;
    };
  }

  /** A word, or one function by its name; hosted tools run at the provider's. */
  static boolean toolChoice(Json value) {
    return switch (value) {
      case Json.Null _ -> true;
      case Json.Str(String choice) -> CHOICES.contains(choice);
      case Json.Obj chosen ->
          chosen.members().keySet().equals(Set.of("type", "function"))
              && "function".equals(chosen.string("type"))
              && chosen.get("function") instanceof Json.Obj function
              && function.members().keySet().equals(Set.of("name"))
              && name(function.get("name"));
      case Json.Arr _, Json.Num _, Json.Bool _ -> false;
    };
  }

  /** Text, JSON or JSON by a schema. */
  static boolean responseFormat(Json value) {
    if (value instanceof Json.Null) {
      return true;
    }
    if (!(value instanceof Json.Obj format)
        || !Set.of("type", "json_schema").containsAll(format.members().keySet())) {
      return false;
    }
    String type = format.string("type");
    Json schema = format.get("json_schema");
    return type != null
        && FORMATS.contains(type)
        && (schema == null
            || (schema instanceof Json.Obj object
                && SCHEMA.containsAll(object.members().keySet())
                && name(object.get("name"))));
  }

  /** The name of a function or a schema, in the only alphabet that providers take. */
  static boolean name(@Nullable Json value) {
    return value instanceof Json.Str(String text) && NAME.matcher(text).matches();
  }

  /** The same as {@code /v1/responses} writes it: {@code text.format} holds the schema itself. */
  static boolean flatFormat(Json value) {
    return value instanceof Json.Null
        || (value instanceof Json.Obj format
            && FLAT.containsAll(format.members().keySet())
            && format.get("type") instanceof Json.Str(String type)
            && FORMATS.contains(type)
            && (!type.equals("json_schema") || name(format.get("name"))));
  }

  /** A word, or one function by its name, as {@code /v1/responses} writes it. */
  static boolean flatToolChoice(Json value) {
    return switch (value) {
      case Json.Null _ -> true;
      case Json.Str(String choice) -> CHOICES.contains(choice);
      case Json.Obj chosen ->
          chosen.members().keySet().equals(Set.of("type", "name"))
              && "function".equals(chosen.string("type"))
              && name(chosen.get("name"));
      case Json.Arr _, Json.Num _, Json.Bool _ -> false;
    };
  }

  /** Nothing, or an object of these members, each a single value. */
  static boolean words(Json value, Set<String> members) {
    return value instanceof Json.Null
        || (value instanceof Json.Obj object
            && members.containsAll(object.members().keySet())
            && object.members().values().stream().allMatch(Shapes::scalar));
  }

  /** What a client may say of a stream: these switches, and no word of its own. */
  static boolean streamOptions(Json value) {
    return value instanceof Json.Null
        || (value instanceof Json.Obj object
            && STREAM_OPTIONS.containsAll(object.members().keySet())
            && object.members().values().stream().allMatch(Json.Bool.class::isInstance));
  }

  /** A file in an address would pass every reading of text. */
  static boolean hasDataUrl(String text) {
    return DATA_URL.matcher(text).find();
  }
}
