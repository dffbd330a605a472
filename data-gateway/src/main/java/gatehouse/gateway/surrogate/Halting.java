package gatehouse.gateway.surrogate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells patterns that read a character after at most as many steps as they are long, so that a
 * bound on what they read bounds their time: {@code (?:(?:){9999}){9999}} goes round for years and
 * reads none.
 *
 * <p>For that nothing that may match the empty text is repeated, no two alternatives of a group may
 * both match it, and nothing looks behind: then there is one way at most past a place at which
 * nothing is read. What Java alone knows (quotations, flags) is not read here either.
 */
final class Halting {
  /** One step of a pattern with what repeats it. A class holds no bracket but an escaped one. */
  private static final Pattern STEP =
      Pattern.compile(
          "(?<open>\\((?:\\?(?::|(?<look>[=!])|<[A-Za-z][A-Za-z0-9]*>)|(?!\\?)))|(?<bar>\\|)"
              + "|(?:(?<close>\\))|(?<empty>\\\\(?:[bBAGzZ]|[1-9]\\d*|k<[A-Za-z0-9]+>)|[\\^$])"
              + "|\\\\(?:c[A-Za-z]|[pP]\\{[^}]*}|x\\{[0-9A-Fa-f]+}|[^ckQE])"
              + "|\\[(?:[^\\\\\\]]|\\\\c[A-Za-z]|\\\\[^cQE])*+]|[^\\\\\\[\\](){}|*+?^$])"
              + "(?<often>(?:(?<maybe>[*?]|\\{0+(?:,\\d*)?})|\\+|\\{\\d+(?:,\\d*)?})[?+]?)?");

  /** A group, or the whole: what is known of it as far as it was read. */
  private static final class Group {
    private final boolean looks;
    private boolean empty = true;
    private int emptyAlternatives;

    Group(boolean looks) {
      this.looks = looks;
    }

    void endAlternative() {
      emptyAlternatives += empty ? 1 : 0;
      empty = true;
    }
  }

  private final Deque<Group> open = new ArrayDeque<>();
  private Group current = new Group(false);

  private Halting() {}

  /**
   * Whether it surely reads a character soon; false where that is not sure.
   *
   * @param pattern in Java's notation, brackets inside a class escaped
   */
  static boolean is(String pattern) {
    Halting walk = new Halting();
    Matcher step = STEP.matcher(pattern);
    int at = 0;
    while (at < pattern.length()) {
      if (!step.find(at) || step.start() != at || !walk.goes(step)) {
        return false;
      }
      at = step.end();
    }
    return walk.open.isEmpty();
  }

  private boolean goes(Matcher step) {
    if (step.group("open") != null) {
      open.push(current);
      current = new Group(step.group("look") != null);
      return true;
    }
    if (step.group("bar") != null) {
      current.endAlternative();
      return true;
    }
    boolean empty = step.group("empty") != null;
    if (step.group("close") != null) {
      Group group = current;
      group.endAlternative();
      if (open.isEmpty() || group.emptyAlternatives > 1) {
        return false;
      }
      current = open.pop();
      empty = group.looks || group.emptyAlternatives > 0;
    }
    current.empty &= empty || step.group("maybe") != null;
    return !empty || step.group("often") == null;
  }
}
