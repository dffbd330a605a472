package gatehouse.gateway.tripwire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strings and numbers of a body in their order, as a receiver may put them together again: keys
 * and values, values alone, keys alone. The protocol's own words are left out.
 */
final class Joins {
  private static final Set<String> WORDS =
      Set.of(
          "messages",
          "role",
          "content",
          "name",
          "tool_calls",
          "tool_call_id",
          "function",
          "arguments",
          "description",
          "parameters",
          "properties",
          "type",
          "text",
          "tools",
          "stop",
          "response_format",
          "json_schema",
          "schema",
          "enum",
          "items",
          "required",
          "model",
          "id",
          "const",
          "default",
          "examples",
          "title",
          "anyOf",
          "oneOf",
          "allOf",
          "index",
          "strict");
  private static final Set<String> SILENT = Set.of("role", "type", "model");

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|(-?[0-9][0-9.eE+-]*+)", Pattern.DOTALL);

  private final List<String> all = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  private Joins() {}

  /**
   * The orders in which to read; none if the text is no JSON object or array. The tripwire reads
   * the tokens itself: a mistake of the gateway's JSON reader must not blind it, too.
   */
  static List<List<String>> of(String text, Deadline deadline) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
      return List.of();
    }
    Joins joins = new Joins();
    Matcher token = TOKEN.matcher(trimmed);
    String key = "";
    while (token.find()) {
      deadline.step();
      boolean quoted = token.group(2) == null;
      String word = quoted ? Views.unescaped(token.group(1)) : token.group(2);
      if (quoted && isKey(trimmed, token.end())) {
        key = word;
        joins.key(word);
      } else if (!quoted || !SILENT.contains(key)) {
        joins.value(word);
      }
    }
    return List.of(joins.all, joins.values, joins.keys);
  }

  private static boolean isKey(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }

  private void key(String word) {
    if (!WORDS.contains(word)) {
      all.add(word);
      keys.add(word);
    }
  }

  private void value(String text) {
    all.add(text);
    values.add(text);
  }
}
