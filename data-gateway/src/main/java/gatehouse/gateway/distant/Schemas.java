package gatehouse.gateway.distant;

import gatehouse.gateway.json.Json;
import java.util.Set;

/** JSON Schema in a caller's data: what it says of a field is no value, but for its examples. */
final class Schemas {
  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "object", "array", "null");

  /** Its examples, and what a form that calls its types the same way has beside them. */
  private static final Set<String> EXAMPLES =
      Set.of(
          "default",
          "const",
          "enum",
          "example",
          "examples",
          "value",
          "values",
          "val",
          "answer",
          "result");

  private Schemas() {}

  static boolean isOne(Json.Obj object) {
    return switch (object.get("type")) {
      case Json.Str(String type) -> TYPES.contains(type);
      case Json.Arr types ->
          types.items().stream()
              .allMatch(type -> type instanceof Json.Str(String name) && TYPES.contains(name));
      case null -> false;
      case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> false;
    };
  }

  static boolean isExample(String key) {
    return EXAMPLES.contains(key);
  }
}
