package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.decoding.Folding;
import gatehouse.gateway.decoding.Views;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

  private static final Pattern DIGITS = Pattern.compile("\\d{1,17}x?");
  private static final Pattern SPLIT =
      Pattern.compile(
          "1[3-9]\\d{9}"
              + "|[1-8]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dx]");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9+/_-]{4,}+={0,2}");
  private static final int DEEPEST = 3;
  private static final int LONGEST_SPLIT = 6;

  /** A text and its answer may stand between two pieces. */
  private static final int MOST_BETWEEN = 2;

  /** Folded, as all of these but the pieces of codes. */
  private final List<String> all = new ArrayList<>();

  private final List<String> values = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> quoted = new ArrayList<>();
  private final List<String> codes = new ArrayList<>();

  private Joins() {}

  /**
   * The text read as JSON; empty if it is no object or array. The tripwire reads the tokens itself:
   * a mistake of the gateway's JSON reader must not blind it, too.
   */
  static Joins of(String text, Deadline deadline) {
    String trimmed = text.strip();
    return trimmed.startsWith("{") || trimmed.startsWith("[")
        ? read(trimmed, deadline)
        : new Joins();
  }

  private static Joins read(String trimmed, Deadline deadline) {
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
        joins.value(word, quoted);
      }
    }
    return joins;
  }

  /** The bodies that stand as strings inside a body, each read by itself. */
  static List<Joins> inside(String text, Deadline deadline) {
    List<Joins> found = new ArrayList<>();
    inside(text, deadline, found, 0);
    return found;
  }

  private static void inside(String text, Deadline deadline, List<Joins> found, int depth) {
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      deadline.step();
      if (token.start(1) < 0 || !mayBeJson(text, token.start(1))) {
        continue;
      }
      String inner = Views.unescaped(token.group(1)).strip();
      if ((inner.startsWith("{") || inner.startsWith("[")) && depth < DEEPEST) {
        found.add(read(inner, deadline));
        inside(inner, deadline, found, depth + 1);
      }
    }
  }

  /** Escaped or behind blanks, an object or an array begins. */
  private static boolean mayBeJson(String text, int start) {
    char c = text.charAt(start);
    return c == '{' || c == '[' || c == '\\' || Character.isWhitespace(c);
  }

  /** Keys and values in their order, values alone, and keys alone; folded. */
  Set<List<String>> orders() {
    return new LinkedHashSet<>(List.of(all, values, keys));
  }

  /** The strings that may be pieces of one code, as one; empty if there are fewer than two. */
  String codes() {
    return codes.size() < 2 ? "" : String.join("", codes);
  }

  /**
   * Whether two or three strings of digits that follow each other are one mobile number or identity
   * card. Numbers without quotes do not count: blood pressure, pulse and saturation in a row look
   * like a phone number, too.
   */
  boolean splitNumber() {
    for (int from = 0; from < quoted.size(); from++) {
      StringBuilder joined = new StringBuilder();
      int between = 0;
      for (int to = from; to < quoted.size() && to < from + LONGEST_SPLIT; to++) {
        if (!DIGITS.matcher(quoted.get(to)).matches()) {
          if (joined.isEmpty() || ++between > MOST_BETWEEN) {
            break;
          }
          continue;
        }
        between = 0;
        joined.append(quoted.get(to));
        if (to > from && SPLIT.matcher(joined).matches()) {
          return true;
        }
      }
    }
    return false;
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
      String plain = Folding.fold(word);
      all.add(plain);
      keys.add(plain);
    }
  }

  private void value(String word, boolean isQuoted) {
    String plain = Folding.fold(word);
    all.add(plain);
    values.add(plain);
    quoted.add(isQuoted ? plain : "");
    if (CODE.matcher(word).matches()) {
      codes.add(word);
    }
  }
}
