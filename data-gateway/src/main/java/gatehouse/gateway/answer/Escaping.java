package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;

/** Makes a value fit to stand inside a JSON string that is itself carried as text. */
final class Escaping {
  private Escaping() {}

  /** The value with JSON's escapes, without quotes around it. */
  static String inJson(String value) {
    String quoted = JsonWriter.text(new Json.Str(value));
    return quoted.substring(1, quoted.length() - 1);
  }
}
