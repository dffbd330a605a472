package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.decoding.Folding;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final int SHORTEST_SCATTERED_PLACE = 7;
  private static final int LONGEST_CODED = 8;

  /** From here on the tripwire writes every number with an exponent out. */
  private static final int LONG_MANTISSA = 5;

  private static final Pattern FINER_PART = Pattern.compile("[省市区县旗镇乡](?=[^省市区县旗镇乡]+$)");

  private final Needles free = new Needles();
  private final Needles careful = new Needles();
  private final Set<String> carefulNumbers = new HashSet<>();

  /** Shortened numbers, which count only where no digit goes on at either side. */
  private final Set<String> wholeNumbers = new HashSet<>();

  /** Short names in codes too short to be looked for by their form. */
  private final Needles coded = new Needles();

  private final Needles scatteredNumbers = new Needles();
  private final Needles scatteredNames = new Needles();
  private final Needles scatteredPlaces = new Needles();
  private final List<ShortName> shortNames = new ArrayList<>();
  private final List<SplitName> splitNames = new ArrayList<>();

  KnownValues(Collection<String> known) {
    for (String value : known) {
      String plain = Folding.fold(value);
      String needle = Kept.LETTERS.of(plain);
      if (!saysNothing(needle)) {
        sort(plain, needle);
        wholeNumbers.addAll(NumberForms.of(needle));
      }
    }
  }

  private void sort(String plain, String needle) {
    boolean digits = needle.chars().allMatch(Character::isDigit);
    if (digits && needle.length() >= SHORTEST_SCATTERED_NUMBER) {
      scatteredNumbers.add(needle);
      free.add(new StringBuilder(needle).reverse().toString());
      rounded(needle).forEach(free::add);
    }
    String han = Kept.HAN.of(plain);
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
      carefulNumbers.add(needle);
    } else if (needle.length() == SHORTEST) {
      shortNames.add(ShortName.of(plain));
    } else {
      free.add(needle);
    }
    Matcher finer = FINER_PART.matcher(needle);
    boolean hasFiner = finer.find();
    if (hasFiner && needle.length() - finer.end() >= SHORTEST_TAIL) {
      free.add(needle.substring(finer.end()));
    }
    if (!digits && !han.equals(plain) && Kept.HAN_AND_DIGITS.of(plain).equals(needle)) {
      place(needle);
      place(hasFiner ? needle.substring(finer.end()) : "");
    }
  }

  /**
   * A number that ends in zeros as programs write it that keep it with a floating point: of
   * 13800000000 1.38E10 is left. With more digits before the exponent it is read as any number is.
   */
  private static List<String> rounded(String needle) {
    List<String> forms = new ArrayList<>();
    int digits = needle.replaceFirst("0+$", "").length();
    for (int written = Math.max(digits, 2); written < LONG_MANTISSA; written++) {
      for (int whole = 1; digits > 1 && whole <= written; whole++) {
        forms.add(needle.substring(0, written) + 'e' + (needle.length() - whole));
      }
    }
    return forms;
  }

  /** An address: letters and signs may stand between its characters and digits. */
  private void place(String needle) {
    if (needle.length() >= SHORTEST_SCATTERED_PLACE) {
      scatteredPlaces.add(needle);
    }
  }

  /** Two digits stand in every note; as a record number they would block it for nothing. */
  private static boolean saysNothing(String needle) {
    boolean digits = needle.chars().allMatch(Character::isDigit);
    return needle.codePointCount(0, needle.length()) < (digits ? SHORTEST_NUMBER : SHORTEST);
  }

  /** The fewest digits that may be one of the numbers. */
  int shortestNumber() {
    return careful.isEmpty() ? SHORTEST_FREE_NUMBER : SHORTEST_NUMBER;
  }

  /** Looks into one text. */
  void count(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    count(careful, Kept.LIGHTLY, plain, counts, deadline);
    count(free, Kept.LETTERS, plain, counts, deadline);
    add(coded.countIn(plain, deadline), counts);
    countScattered(plain, counts, deadline);
    add(NumberForms.countIn(plain, wholeNumbers, deadline), counts);
    for (ShortName name : shortNames) {
      deadline.check();
      add(name.isIn(plain) ? 1 : 0, counts);
    }
    for (SplitName name : splitNames) {
      deadline.check();
      add(name.isIn(plain, deadline) ? 1 : 0, counts);
    }
  }

  /** Looks for numbers only: into a text whose spoken numbers were written as digits. */
  void countNumbers(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    count(scatteredNumbers, Kept.DIGITS, plain, counts, deadline);
    count(careful, Kept.LIGHTLY, plain, counts, deadline);
  }

  /**
   * Letters may stand between digits, and anything but Chinese between the characters of a name.
   */
  private void countScattered(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    count(scatteredNumbers, Kept.DIGITS, plain, counts, deadline);
    count(scatteredNumbers, Kept.SPOKEN_DIGITS, plain, counts, deadline);
    count(scatteredNames, Kept.HAN, plain, counts, deadline);
    count(scatteredPlaces, Kept.HAN_AND_DIGITS, plain, counts, deadline);
  }

  /** Looks over the borders of texts that follow each other. */
  void countJoined(List<String> plain, Map<Kind, Integer> counts, Deadline deadline) {
    String joined = String.join("", plain);
    count(free, Kept.LETTERS, joined, counts, deadline);
    countScattered(joined, counts, deadline);
    add(isInPieces(plain, deadline) ? 1 : 0, counts);
    for (ShortName name : shortNames) {
      deadline.check();
      add(name.isAcross(plain) ? 1 : 0, counts);
    }
    for (SplitName name : splitNames) {
      deadline.check();
      add(name.isAcross(plain, deadline) ? 1 : 0, counts);
    }
  }

  /** A short number in texts that are nothing but its pieces. */
  private boolean isInPieces(List<String> plain, Deadline deadline) {
    for (int from = 0; from < plain.size() && !carefulNumbers.isEmpty(); from++) {
      StringBuilder joined = new StringBuilder();
      for (int to = from; to < plain.size(); to++) {
        deadline.step();
        if (joined.length() + plain.get(to).length() >= SHORTEST_FREE_NUMBER) {
          break;
        }
        joined.append(plain.get(to));
        if (to > from && carefulNumbers.contains(joined.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  private static void count(
      Needles needles, Kept kept, String plain, Map<Kind, Integer> counts, Deadline deadline) {
    deadline.check();
    if (!needles.isEmpty()) {
      add(needles.countIn(kept.of(plain), deadline), counts);
    }
  }

  private static void add(int found, Map<Kind, Integer> counts) {
    if (found > 0) {
      counts.merge(Kind.KNOWN_VALUE, found, Integer::sum);
    }
  }

  /** What still leads to the owner of a number after programs and people have shortened it. */
  private static final class NumberForms {
    private static final int SHORTEST = 5;
    private static final Pattern LANDLINE =
        Pattern.compile("(?:0{0,2}86)?0?(?:10|2\\d|[3-9]\\d{2})([2-8]\\d{6,7})");
    private static final Pattern MOBILE = Pattern.compile("(?:0{0,2}86)?1[3-9]\\d(\\d{8})");

    private NumberForms() {}

    /**
     * Without zeros in front, as a number in JSON has none; a landline without its area code; the
     * last eight digits of a mobile number.
     */
    static Set<String> of(String digits) {
      Set<String> forms = new LinkedHashSet<>();
      if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return forms;
      }
      String bare = digits.replaceFirst("^0+", "");
      forms.add(bare.length() >= SHORTEST ? bare : digits);
      Matcher landline = LANDLINE.matcher(digits);
      if (digits.startsWith("0") && landline.matches()) {
        forms.add(landline.group(1));
      }
      Matcher mobile = MOBILE.matcher(digits);
      if (mobile.matches()) {
        forms.add(mobile.group(1));
      }
      forms.remove(digits);
      return forms;
    }

    /** How many rows of digits are one of the forms, zeros in front left out. */
    static int countIn(String plain, Set<String> forms, Deadline deadline) {
      int found = 0;
      int at = 0;
      while (at < plain.length() && !forms.isEmpty()) {
        deadline.step();
        if (!isDigit(plain, at)) {
          at++;
          continue;
        }
        int start = at;
        while (isDigit(plain, at)) {
          at++;
        }
        if (isNumber(plain, start)) {
          found += forms.contains(plain.substring(start, at).replaceFirst("^0+", "")) ? 1 : 0;
        }
      }
      return found;
    }

    /** Not the digits behind a point, nor those of a word: H20123456, 0.123456. */
    private static boolean isNumber(String plain, int start) {
      char before = start == 0 ? ' ' : plain.charAt(start - 1);
      boolean fraction = before == '.' && isDigit(plain, start - 2);
      return !fraction && !(before >= 'a' && before <= 'z');
    }

    private static boolean isDigit(String plain, int at) {
      return at >= 0 && at < plain.length() && plain.charAt(at) >= '0' && plain.charAt(at) <= '9';
    }
  }
}
