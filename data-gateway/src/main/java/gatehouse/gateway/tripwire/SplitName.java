package gatehouse.gateway.tripwire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name of three characters and more, each alone between signs and a few words ("张，然后伟，再是民"), or
 * in pieces over texts that others stand between.
 */
record SplitName(String name, Pattern apart) {
  private static final String GAP = "[\\p{L}\\p{N}]{0,6}+[^\\p{L}\\p{N}][^\\n]{0,6}?";

  /** A question, an answer and a greeting may stand between two pieces. */
  private static final int MOST_BETWEEN = 3;

  static SplitName of(String name) {
    String pattern =
        name.codePoints()
            .mapToObj(point -> Pattern.quote(Character.toString(point)))
            .collect(Collectors.joining(GAP));
    return new SplitName(name, Pattern.compile(pattern));
  }

  boolean isIn(String plain) {
    Matcher matcher = apart.matcher(plain);
    for (int at = plain.indexOf(name.charAt(0));
        at >= 0;
        at = plain.indexOf(name.charAt(0), at + 1)) {
      if (matcher.region(at, plain.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /** Pieces at the end of one text, as whole texts, and at the beginning of another. */
  boolean isAcross(List<String> plain) {
    Deque<boolean[]> before = new ArrayDeque<>();
    for (String text : plain) {
      boolean[] reached = new boolean[name.length()];
      for (boolean[] earlier : before) {
        for (int from = 1; from < name.length(); from++) {
          if (earlier[from] && text.startsWith(name.substring(from))) {
            return true;
          }
          if (earlier[from] && name.startsWith(text, from) && !text.isEmpty()) {
            reached[from + text.length()] = true;
          }
        }
      }
      for (int length = 1; length < name.length(); length++) {
        reached[length] |= text.endsWith(name.substring(0, length));
      }
      before.addLast(reached);
      if (before.size() > MOST_BETWEEN) {
        before.removeFirst();
      }
    }
    return false;
  }
}
