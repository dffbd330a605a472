package gatehouse.deid.names;

import gatehouse.deid.normalise.Simplified;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which characters occur in Chinese names, and where; traditional ones count as simplified. */
public final class NameCharacters {
  private static final Set<String> SURNAMES = WordList.read("surnames.txt");
  private static final boolean[] SINGLE = new boolean[0x10000];
  private static final boolean[] COMPOUND_START = new boolean[0x10000];

  /** Both characters of the compound surnames of two, as one number, sorted. */
  private static final int[] COMPOUNDS;

  private static final boolean[] GIVEN = new boolean[0x10000];

  static {
    for (String surname : SURNAMES) {
      if (surname.length() == 1) {
        SINGLE[surname.charAt(0)] = true;
      } else {
        COMPOUND_START[surname.charAt(0)] = true;
      }
    }
    COMPOUNDS =
        SURNAMES.stream()
            .filter(surname -> surname.length() == 2)
            .mapToInt(surname -> surname.charAt(0) << 16 | surname.charAt(1))
            .sorted()
            .toArray();
    for (String characters : WordList.read("given.txt")) {
      for (int i = 0; i < characters.length(); i++) {
        GIVEN[characters.charAt(i)] = true;
      }
    }
  }

  private NameCharacters() {}

  /** Whether the character alone is a surname. */
  public static boolean isSurname(char c) {
    return SINGLE[Simplified.of(c)];
  }

  /** Whether the character is usual in given names. */
  public static boolean isGiven(char c) {
    return GIVEN[Simplified.of(c)];
  }

  /** Whether both characters together are a surname. */
  public static boolean isCompound(char first, char second) {
    char start = Simplified.of(first);
    return COMPOUND_START[start]
        && Arrays.binarySearch(COMPOUNDS, start << 16 | Simplified.of(second)) >= 0;
  }

  /** Surnames of the list, the most frequent first. */
  public static List<String> surnames() {
    return List.copyOf(SURNAMES);
  }

  /** All characters that are usual in given names, in one string. */
  public static String givenCharacters() {
    StringBuilder characters = new StringBuilder();
    for (int c = 0; c < GIVEN.length; c++) {
      if (GIVEN[c]) {
        characters.append((char) c);
      }
    }
    return characters.toString();
  }

  /** Whether a word of any length is a surname. */
  static boolean isSurname(String word) {
    return SURNAMES.contains(Simplified.of(word));
  }

  static boolean startsCompound(char c) {
    return COMPOUND_START[Simplified.of(c)];
  }
}
