package gatehouse.deid.names;

import gatehouse.deid.normalise.NormalText;
import java.util.Set;

/** Chinese surnames of one, two and more characters. */
public final class Surnames {
  private static final Set<String> ALL = WordList.read("surnames.txt");
  private static final boolean[] SINGLE = new boolean[0x10000];
  private static final boolean[] COMPOUND_START = new boolean[0x10000];

  static {
    for (String surname : ALL) {
      if (surname.length() == 1) {
        SINGLE[surname.charAt(0)] = true;
      } else {
        COMPOUND_START[surname.charAt(0)] = true;
      }
    }
  }

  private Surnames() {}

  /** Length of the surname that starts here, the longest first; 0 if none does. */
  public static int lengthAt(NormalText text, int at) {
    char first = text.at(at);
    if (COMPOUND_START[first]) {
      for (int length = 4; length >= 2; length--) {
        if (at + length <= text.length() && ALL.contains(text.slice(at, at + length))) {
          return length;
        }
      }
    }
    return SINGLE[first] ? 1 : 0;
  }
}
