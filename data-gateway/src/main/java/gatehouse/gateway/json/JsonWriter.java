package gatehouse.gateway.json;

import java.nio.charset.StandardCharsets;

/** Writes a value in its shortest form; characters above ASCII stay as they are. */
public final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonWriter() {}

  /** The value as UTF-8. */
  public static byte[] bytes(Json value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The value as text. */
  public static String text(Json value) {
    StringBuilder out = new StringBuilder(256);
    write(value, out);
    return out.toString();
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Obj object -> {
        char separator = '{';
        for (var member : object.members().entrySet()) {
          quote(member.getKey(), out.append(separator));
          write(member.getValue(), out.append(':'));
          separator = ',';
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
      }
      case Json.Arr array -> {
        char separator = '[';
        for (Json item : array.items()) {
          write(item, out.append(separator));
          separator = ',';
        }
        out.append(array.items().isEmpty() ? "[]" : "]");
      }
      case Json.Str string -> quote(string.value(), out);
      case Json.Num number -> out.append(number.text());
      case Json.Bool bool -> out.append(bool.value());
      case Json.Null _ -> out.append("null");
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        continue;
      }
      out.append(text, written, i);
      written = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          out.append("\\u").append(HEX[c >> 12 & 15]).append(HEX[c >> 8 & 15]);
          out.append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
        }
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private static boolean isPlain(char c) {
    return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f && c != '\u2028' && c != '\u2029';
  }
}
