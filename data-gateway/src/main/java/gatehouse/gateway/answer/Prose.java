package gatehouse.gateway.answer;

import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.MalformedJsonException;
import java.util.Set;

/**
 * A text of a model's while it is told: prose, under which a sentence for people may stand, or a
 * JSON document, bare or in a fence, which the sentence would break (gateway design, section 4:
 * never to JSON). Only the end of the text decides, so the caller loses no time. Not safe for use
 * by several threads.
 */
final class Prose {
  private static final String FENCE = "```";
  private static final Set<String> LANGUAGES = Set.of("", "json", "JSON");

  private final StringBuilder text = new StringBuilder();
  private boolean mayBeJson = true;
  private boolean blank = true;

  /** Whether a sentence may stand under a whole text. */
  static boolean is(String text) {
    Prose prose = new Prose();
    prose.add(text);
    return prose.ends();
  }

  /** The next piece, as the caller gets it. */
  void add(String piece) {
    blank &= piece.isBlank();
    if (mayBeJson) {
      text.append(piece);
      mayBeJson = beginsLikeJson();
      if (!mayBeJson) {
        text.setLength(0);
      }
    }
  }

  /** Whether a sentence may stand under what was told so far. */
  boolean ends() {
    return !blank && !(mayBeJson && isJson(text.toString().strip()));
  }

  private boolean beginsLikeJson() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return c == '{' || c == '[' || c == '`';
      }
    }
    return true;
  }

  private static boolean isJson(String trimmed) {
    try {
      var _ = JsonReader.read(unfenced(trimmed));
      return true;
    } catch (MalformedJsonException _) {
      return false;
    }
  }

  private static String unfenced(String trimmed) {
    int line = trimmed.indexOf('\n');
    boolean fenced =
        trimmed.startsWith(FENCE)
            && trimmed.endsWith(FENCE)
            && line > 0
            && LANGUAGES.contains(trimmed.substring(FENCE.length(), line).strip());
    return fenced ? trimmed.substring(line, trimmed.length() - FENCE.length()).strip() : trimmed;
  }
}
