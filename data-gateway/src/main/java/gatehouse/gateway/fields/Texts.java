package gatehouse.gateway.fields;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.MalformedJsonException;
import java.util.function.Consumer;

/** Walks over every string of a value, keys and JSON inside strings included. */
public final class Texts {
  private static final int DEEPEST = 3;

  private Texts() {}

  /** Shows every string to the visitor, the outer ones first. */
  public static void each(Json value, Consumer<String> visitor) {
    each(value, visitor, 0);
  }

  private static void each(Json value, Consumer<String> visitor, int depth) {
    switch (value) {
      case Json.Str(String text) -> {
        visitor.accept(text);
        inside(text, visitor, depth);
      }
      case Json.Arr array -> array.items().forEach(item -> each(item, visitor, depth));
      case Json.Obj object ->
          object
              .members()
              .forEach((key, member) -> {
                visitor.accept(key);
                each(member, visitor, depth);
              });
      case Json.Num _, Json.Bool _, Json.Null _ -> {
        // No words.
      }
    }
  }

  private static void inside(String text, Consumer<String> visitor, int depth) {
    String trimmed = text.strip();
    if (depth >= DEEPEST || !(trimmed.startsWith("{") || trimmed.startsWith("["))) {
      return;
    }
    try {
      each(JsonReader.read(trimmed), visitor, depth + 1);
    } catch (MalformedJsonException _) {
      // Not JSON after all: the text itself has been visited.
    }
  }
}
