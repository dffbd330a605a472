package gatehouse.gateway.surrogate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema's pattern, which is ECMA-262's (JSON Schema 2020-12, 6.4), as Java's. Where the
 * two differ in what schemas use: a bracket and an ampersand inside a class, empty and full
 * classes, a brace that counts nothing, code points in braces.
 */
final class EcmaPattern {
  private static final int LONGEST = 500;

  /** What stays as it is, before what Java reads in another way. */
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "\\\\u\\{(?<point>[0-9A-Fa-f]{1,6})}|\\\\[pP]\\{[^}]*}|\\\\.|(?<full>\\[\\^])|(?<none>\\[])|(?<open>\\[\\^?)"
              + "|\\{\\d+(?:,\\d*)?}|(?<brace>[{}])");

  private static final Pattern INSIDE =
      Pattern.compile("\\\\u\\{(?<point>[0-9A-Fa-f]{1,6})}|\\\\.|(?<sign>[\\[&])|(?<close>])");

  private EcmaPattern() {}

  /** Null where nobody here can read it, or none can wait for it: it may demand anything. */
  static @Nullable Pattern compiled(String said) {
    if (said.length() > LONGEST) {
      return null;
    }
    try {
      String java = translated(said);
      return Halting.is(java) ? Pattern.compile(java) : null;
    } catch (PatternSyntaxException _) {
      return null;
    }
  }

  private static String translated(String said) {
    StringBuilder java = new StringBuilder(said.length() + 8);
    boolean inside = false;
    int at = 0;
    Matcher matcher = OUTSIDE.matcher(said);
    while (matcher.find(at)) {
      java.append(said, at, matcher.start());
      at = matcher.end();
      java.append(inside ? ofClass(matcher) : ofPattern(matcher));
      boolean border = matcher.group(inside ? "close" : "open") != null;
      if (border) {
        inside = !inside;
        matcher.usePattern(inside ? INSIDE : OUTSIDE);
      }
    }
    return java.append(said, at, said.length()).toString();
  }

  private static String ofPattern(Matcher found) {
    if (found.group("point") != null) {
      return "\\x{" + found.group("point") + "}";
    }
    if (found.group("full") != null) {
      return "[\\s\\S]";
    }
    if (found.group("none") != null) {
      return "(?!)";
    }
    return found.group("brace") != null ? "\\" + found.group() : found.group();
  }

  private static String ofClass(Matcher found) {
    if (found.group("point") != null) {
      return "\\x{" + found.group("point") + "}";
    }
    return found.group("sign") != null ? "\\" + found.group() : found.group();
  }
}
