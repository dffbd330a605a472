package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the caller said about the patient, searched in text of which only letters and digits are
 * left. Numbers of four and five digits and names of two characters would be found by chance there:
 * these are looked for through fewer separators.
 */
final class KnownValues {
  private static final int SHORTEST = 2;
  private static final int SHORTEST_NUMBER = 4;
  private static final int SHORTEST_FREE_NUMBER = 6;
  private static final int SHORTEST_TAIL = 5;

  /** From here on digits do not stand in this order by chance, whatever stands between them. */
  private static final int SHORTEST_SCATTERED_NUMBER = 7;

  private static final int SHORTEST_SCATTERED_NAME = 3;
  private static final int LONGEST_CODED = 8;
  private static final Pattern FINER_PART = Pattern.compile("[省市区县旗镇乡](?=[^省市区县旗镇乡]+$)");
  private static final String LIGHT = "-·_.";

  private final Set<String> free = new LinkedHashSet<>();
  private final Set<String> careful = new LinkedHashSet<>();

  /** Short names in codes too short to be looked for by their form. */
  private final Set<String> coded = new LinkedHashSet<>();

  private final Set<String> scatteredNumbers = new LinkedHashSet<>();
  private final Set<String> scatteredNames = new LinkedHashSet<>();
  private final List<ShortName> shortNames = new ArrayList<>();
  private final List<SplitName> splitNames = new ArrayList<>();

  KnownValues(Collection<String> known) {
    for (String value : known) {
      String plain = Folding.fold(value);
      String needle = squeezed(plain, false);
      if (!saysNothing(needle)) {
        sort(plain, needle);
      }
    }
  }

  private void sort(String plain, String needle) {
    boolean digits = needle.chars().allMatch(Character::isDigit);
    if (digits && needle.length() >= SHORTEST_SCATTERED_NUMBER) {
      scatteredNumbers.add(needle);
      free.add(new StringBuilder(needle).reverse().toString());
    }
    String han = only(plain, KnownValues::isHan);
    if (han.length() == plain.length() && han.length() >= SHORTEST_SCATTERED_NAME) {
      scatteredNames.add(han);
      splitNames.add(SplitName.of(han));
      free.add(new StringBuilder(needle).reverse().toString());
    }
    if (han.length() == plain.length() && han.length() <= LONGEST_CODED) {
      coded.addAll(ShortCodes.of(han));
    }
    if (digits && needle.length() < SHORTEST_FREE_NUMBER) {
      careful.add(needle);
    } else if (needle.length() == SHORTEST) {
      shortNames.add(ShortName.of(plain));
    } else {
      free.add(needle);
    }
    Matcher finer = FINER_PART.matcher(needle);
    if (finer.find() && needle.length() - finer.end() >= SHORTEST_TAIL) {
      free.add(needle.substring(finer.end()));
    }
  }

  /** Two digits stand in every note; as a record number they would block it for nothing. */
  private static boolean saysNothing(String needle) {
    boolean digits = needle.chars().allMatch(Character::isDigit);
    return needle.codePointCount(0, needle.length()) < (digits ? SHORTEST_NUMBER : SHORTEST);
  }

  /** Looks into one text. */
  void count(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    if (!careful.isEmpty()) {
      contained(careful, squeezed(plain, true), counts, deadline);
    }
    if (!free.isEmpty()) {
      contained(free, squeezed(plain, false), counts, deadline);
    }
    contained(coded, plain, counts, deadline);
    countScattered(plain, counts, deadline);
    for (ShortName name : shortNames) {
      deadline.check();
      add(name.isIn(plain), counts);
    }
    for (SplitName name : splitNames) {
      deadline.check();
      add(name.isIn(plain), counts);
    }
  }

  /** Looks for numbers only: into a text whose spoken numbers were written as digits. */
  void countNumbers(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    if (!scatteredNumbers.isEmpty()) {
      contained(scatteredNumbers, only(plain, c -> c >= '0' && c <= '9'), counts, deadline);
    }
    if (!careful.isEmpty()) {
      contained(careful, squeezed(plain, true), counts, deadline);
    }
  }

  /**
   * Letters may stand between digits, and anything but Chinese between the characters of a name.
   */
  private void countScattered(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    if (!scatteredNumbers.isEmpty()) {
      String written = only(plain, c -> c >= '0' && c <= '9');
      contained(scatteredNumbers, written, counts, deadline);
      String spoken = squeezed(only(plain, c -> Folding.spokenDigit((char) c) >= 0), false);
      contained(scatteredNumbers, spoken, counts, deadline);
    }
    if (!scatteredNames.isEmpty()) {
      contained(scatteredNames, only(plain, KnownValues::isHan), counts, deadline);
    }
  }

  /** Looks over the borders of texts that follow each other. */
  void countJoined(List<String> plain, Map<Kind, Integer> counts, Deadline deadline) {
    String joined = String.join("", plain);
    if (!free.isEmpty()) {
      contained(free, squeezed(joined, false), counts, deadline);
    }
    countScattered(joined, counts, deadline);
    for (ShortName name : shortNames) {
      deadline.check();
      add(name.isAcross(plain), counts);
    }
    for (SplitName name : splitNames) {
      deadline.check();
      add(name.isAcross(plain), counts);
    }
  }

  private static void contained(
      Set<String> needles, String text, Map<Kind, Integer> counts, Deadline deadline) {
    for (String needle : needles) {
      deadline.check();
      add(text.contains(needle), counts);
    }
  }

  private static void add(boolean found, Map<Kind, Integer> counts) {
    if (found) {
      counts.merge(Kind.KNOWN_VALUE, 1, Integer::sum);
    }
  }

  private static String only(String text, IntPredicate wanted) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (wanted.test(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isLight(char c) {
    return Character.isWhitespace(c) || LIGHT.indexOf(c) >= 0;
  }

  private static boolean isHan(int c) {
    return Folding.isCommonHan((char) c)
        || (c >= 0x2E80
            && (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                || Character.isSurrogate((char) c)));
  }

  /** Letters and digits only; lightly: without blanks and what people put into numbers. */
  private static String squeezed(String text, boolean lightly) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = Folding.spokenDigit(c);
      if (digit >= 0) {
        out.append((char) ('0' + digit));
      } else if (lightly ? !isLight(c) : Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
