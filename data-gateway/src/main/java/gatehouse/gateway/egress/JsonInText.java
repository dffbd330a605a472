package gatehouse.gateway.egress;

import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.MalformedJsonException;
import java.util.regex.Pattern;

/** JSON that stands as text in a string. */
final class JsonInText {
  /** After a key in quotes a token stands in the place of a number: there it needs quotes. */
  private static final Pattern IN_PLACE_OF_A_NUMBER =
      Pattern.compile("(\"\\s{0,4}:\\s{0,4}\\[?\\s{0,4})(⟦[^⟦⟧\"]{1,64}⟧)(?=\\s{0,4}[,}\\]])");

  private JsonInText() {}

  /** Whether the whole text is an object or an array. */
  static boolean is(String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
      return false;
    }
    try {
      var _ = JsonReader.read(trimmed);
      return true;
    } catch (MalformedJsonException _) {
      return false;
    }
  }

  /** The text with its tokens in quotes where numbers stood. */
  static String withQuotes(String text) {
    return text.indexOf('"') < 0 ? text : IN_PLACE_OF_A_NUMBER.matcher(text).replaceAll("$1\"$2\"");
  }
}
