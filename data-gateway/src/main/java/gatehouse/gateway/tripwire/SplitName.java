package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Deadline;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A name of three characters and more, each alone between signs and a few words ("张，然后伟，再是民"), or
 * in pieces over texts that others stand between.
 */
record SplitName(String name, List<String> characters) {
  /** So many letters may stand before a sign, and so much of anything behind it. */
  private static final int LONGEST_GAP = 6;

  /** A question, an answer and a greeting may stand between two pieces. */
  private static final int MOST_BETWEEN = 3;

  static SplitName of(String name) {
    return new SplitName(name, name.codePoints().mapToObj(Character::toString).toList());
  }

  /**
   * Goes through the name once, and for each of its characters over the places where the one before
   * ended: a pattern with a gap in each place would try every way through a text of one character.
   */
  boolean isIn(String plain, Deadline deadline) {
    String first = characters.getFirst();
    BitSet ends = new BitSet();
    for (int at = plain.indexOf(first); at >= 0; at = plain.indexOf(first, at + 1)) {
      deadline.step();
      ends.set(at + first.length());
    }
    for (String next : characters.subList(1, characters.size())) {
      if (ends.isEmpty() || !plain.contains(next)) {
        return false;
      }
      ends = endsOf(next, ends, plain, deadline);
    }
    return !ends.isEmpty();
  }

  private static BitSet endsOf(String next, BitSet before, String plain, Deadline deadline) {
    BitSet ends = new BitSet();
    for (int end = before.nextSetBit(0); end >= 0; end = before.nextSetBit(end + 1)) {
      deadline.step();
      int sign = end;
      for (int i = 0; i < LONGEST_GAP && isWord(plain, sign); i++) {
        sign = after(plain, sign);
      }
      if (sign == plain.length() || isWord(plain, sign)) {
        continue;
      }
      int at = after(plain, sign);
      for (int i = 0; i <= LONGEST_GAP && at < plain.length(); i++) {
        if (plain.startsWith(next, at)) {
          ends.set(at + next.length());
        }
        if (plain.charAt(at) == '\n') {
          break;
        }
        at = after(plain, at);
      }
    }
    return ends;
  }

  private static int after(String text, int at) {
    return at + Character.charCount(text.codePointAt(at));
  }

  /** Pictures are signs, although each has two units as rare characters have. */
  private static boolean isWord(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    int point = text.codePointAt(at);
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /** Pieces at the end of one text, as whole texts, and at the beginning of another. */
  boolean isAcross(List<String> plain, Deadline deadline) {
    Deque<boolean[]> before = new ArrayDeque<>();
    for (String text : plain) {
      deadline.step();
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
