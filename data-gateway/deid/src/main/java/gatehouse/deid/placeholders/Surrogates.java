package gatehouse.deid.placeholders;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values of another shape that stand for tokens where a token does not fit, such as eighteen digits
 * for {@code ⟦IDCARD-1-…⟧} where a schema demands digits. On their way back they become tokens of
 * this kind again, before anything else is decided about them. For one session.
 */
final class Surrogates {
  /** What begins a token that only a surrogate leads to; no token of the session has it. */
  private static final char MARK = '~';

  private final Map<String, String> byToken = new LinkedHashMap<>();
  private final Map<String, String> marked = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final StringBuilder letters = new StringBuilder();
  private final String nonce;
  private @Nullable Pattern pattern;
  private boolean days;

  Surrogates(String nonce) {
    this.nonce = nonce;
  }

  boolean isEmpty() {
    return byToken.isEmpty();
  }

  /** A surrogate for a token, and what it restores to. */
  synchronized void add(String token, String surrogate, String value) {
    String inner =
        Placeholders.OPEN + String.valueOf(MARK) + values.size() + "-" + nonce + Placeholders.CLOSE;
    byToken.put(token, surrogate);
    marked.put(surrogate, inner);
    values.put(inner, value);
    surrogate.chars().filter(c -> c > 0x7F).forEach(c -> letters.append((char) c));
    pattern = null;
  }

  /** A far day for the token of a day; days that a model computes from it restore, too. */
  synchronized void addDay(String token, String farDay) {
    byToken.put(token, farDay);
    days = true;
    pattern = null;
  }

  /** The text as it goes out: surrogates in place of the tokens that have one. */
  String outward(String text) {
    String result = text;
    for (Map.Entry<String, String> entry : byToken.entrySet()) {
      result = result.replace(entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** Whether the character may be part of a surrogate, so that its end is not yet known. */
  synchronized boolean mayBelong(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "@._-/+".indexOf(c) >= 0
        || (days && "年月日".indexOf(c) >= 0)
        || (c > 0x7F && letters.indexOf(String.valueOf(c)) >= 0);
  }

  /** Tokens in place of the surrogates in a run of characters that is complete. */
  synchronized String inward(String run) {
    Matcher matcher = pattern().matcher(run);
    return matcher.replaceAll(match -> {
      String inner = marked.get(match.group());
      return Matcher.quoteReplacement(
          inner != null
              ? inner
              : Placeholders.OPEN + String.valueOf(MARK) + match.group() + Placeholders.CLOSE);
    });
  }

  /** What a token of {@link #inward} stands for; null if it is none. */
  synchronized @Nullable String value(String token, DateAnchor anchor) {
    if (token.length() < 3 || token.charAt(1) != MARK) {
      return null;
    }
    String value = values.get(token);
    return value == null ? anchor.near(token.substring(2, token.length() - 1)) : value;
  }

  private Pattern pattern() {
    Pattern present = pattern;
    if (present == null) {
      String each =
          marked.keySet().stream()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .map(Surrogates::bounded)
              .collect(Collectors.joining("|"));
      String all = !days ? each : each.isEmpty() ? DateAnchor.FAR : each + "|" + DateAnchor.FAR;
      present = Pattern.compile(all);
      pattern = present;
    }
    return present;
  }

  /** A surrogate inside a longer number or word is not meant. */
  private static String bounded(String surrogate) {
    return before(surrogate.charAt(0))
        + Pattern.quote(surrogate)
        + after(surrogate.charAt(surrogate.length() - 1));
  }

  private static String before(char first) {
    return first > 0x7F ? "" : Character.isDigit(first) ? "(?<![0-9])" : "(?<![0-9A-Za-z])";
  }

  private static String after(char last) {
    return last > 0x7F ? "" : Character.isDigit(last) ? "(?![0-9])" : "(?![0-9A-Za-z])";
  }
}
