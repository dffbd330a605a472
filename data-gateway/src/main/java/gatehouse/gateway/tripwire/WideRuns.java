package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.decoding.Folding;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers with anything but letters between their digits. So many values of a laboratory look like
 * a number then that only whole shapes count: an identity card with the right check digit (GB
 * 11643), and a mobile number in the groups that people write, digit by digit, or with one unusual
 * separator throughout.
 */
final class WideRuns {
  private static final int LONGEST_GAP = 4;
  private static final int CARD = 18;
  private static final int MOBILE_DIGITS = 11;
  private static final Pattern CARD_SHAPE =
      Pattern.compile(
          "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\\d{4}"
              + "(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dx]");
  private static final Pattern MOBILE = Pattern.compile("(?:86|0086)?1[3-9]\\d{9}");
  private static final Pattern MOBILE_GROUPS =
      Pattern.compile(
          "(?<!\\d)1[3-9](?:\\d,\\d{4},\\d{4}|\\d,\\d{8}|\\d{5},\\d{4}|\\d{2},\\d{4},\\d{3}|\\d,\\d{3},\\d{5})"
              + "(?!\\d)");
  private static final Pattern ONE_BY_ONE =
      Pattern.compile("(?<!\\d)(?<!\\d,)1,[3-9](?:,\\d){9}(?!,?\\d)");

  /** Values of a list hardly ever have these lengths in this order, with one sign throughout. */
  private static final Pattern PAIRS = Pattern.compile("1[3-9](?:,\\d{2}){4},\\d");

  private static final Pattern THOUSANDS = Pattern.compile("1[3-9](?:,\\d{3}){3}");
  private static final String BETWEEN_PAIRS = " -./_·";
  private static final String BETWEEN_THOUSANDS = ",._'";

  /** Between values of a list or a table these are ordinary. */
  private static final String ORDINARY = " -./,:;|、\t\n\"'()";

  private WideRuns() {}

  /** Identity cards only: their check digit tells them from values that happen to be neighbours. */
  static void countCards(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    count(plain, found, deadline);
    found.keySet().retainAll(Set.of(Kind.IDENTITY_CARD));
    found.forEach((kind, times) -> counts.merge(kind, times, Integer::sum));
  }

  static void count(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    int at = 0;
    while (at < plain.length()) {
      if (Folding.spokenDigit(plain.charAt(at)) < 0) {
        at++;
        continue;
      }
      deadline.step();
      at = run(plain, at, counts, deadline);
    }
  }

  private static int run(String plain, int start, Map<Kind, Integer> counts, Deadline deadline) {
    int digits = 0;
    int at = start;
    int end = start;
    while (at < plain.length() && at - end <= LONGEST_GAP) {
      deadline.step();
      char c = plain.charAt(at);
      if (Folding.spokenDigit(c) >= 0) {
        digits++;
        end = at + 1;
      } else if (Character.isLetterOrDigit(c)) {
        break;
      }
      at++;
    }
    // Nearly all rows are measurements, and too short for a mobile number.
    if (digits >= MOBILE_DIGITS) {
      boolean closesWithX = at < plain.length() && plain.charAt(at) == 'x';
      judge(Row.of(plain, start, end, closesWithX), counts, deadline);
    }
    return end;
  }

  private static void judge(Row row, Map<Kind, Integer> counts, Deadline deadline) {
    String groups = row.groups();
    String digits = groups.replace(",", "");
    if (hasCard(groups, deadline) || (row.isUnusual() && CARD_SHAPE.matcher(digits).matches())) {
      counts.merge(Kind.IDENTITY_CARD, 1, Integer::sum);
    }
    if (MOBILE_GROUPS.matcher(groups).find()
        || ONE_BY_ONE.matcher(groups).find()
        || (MOBILE.matcher(groups).matches() && !UnissuedNumbers.contain(groups))
        || (row.isUnusual() && MOBILE.matcher(digits).matches() && !UnissuedNumbers.contain(digits))
        || row.isEven()) {
      counts.merge(Kind.PHONE, 1, Integer::sum);
    }
  }

  /**
   * Digits in their groups.
   *
   * @param groups the digits, a comma between two groups, and the x that closes some cards
   * @param separators every sign that stands between digits, once
   */
  private record Row(String groups, String separators) {

    static Row of(String plain, int start, int end, boolean closesWithX) {
      StringBuilder groups = new StringBuilder();
      StringBuilder separators = new StringBuilder();
      boolean between = false;
      for (int at = start; at < end; at++) {
        char c = plain.charAt(at);
        int digit = Folding.spokenDigit(c);
        if (digit >= 0) {
          groups.append(between ? "," : "").append((char) ('0' + digit));
        } else if (separators.indexOf(String.valueOf(c)) < 0) {
          separators.append(c);
        }
        between = digit < 0;
      }
      return new Row(
          closesWithX ? groups.append('x').toString() : groups.toString(), separators.toString());
    }

    /** A mobile number in pairs or in thousands. */
    boolean isEven() {
      return separators.length() == 1
          && ((BETWEEN_PAIRS.contains(separators) && PAIRS.matcher(groups).matches())
              || (BETWEEN_THOUSANDS.contains(separators) && THOUSANDS.matcher(groups).matches()));
    }

    /** One or two signs that do not stand between values of a list or a table. */
    boolean isUnusual() {
      return separators.length() <= 2 && separators.chars().allMatch(c -> ORDINARY.indexOf(c) < 0);
    }
  }

  /** A card that begins and ends at borders of groups. */
  private static boolean hasCard(String groups, Deadline deadline) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = groups.indexOf(','); i >= 0; i = groups.indexOf(',', i + 1)) {
      starts.add(i + 1);
    }
    for (int start : starts) {
      deadline.step();
      StringBuilder card = new StringBuilder(CARD);
      int at = start;
      while (at < groups.length() && card.length() < CARD) {
        char c = groups.charAt(at++);
        if (c != ',') {
          card.append(c);
        }
      }
      boolean atBorder =
          at == groups.length() || groups.charAt(at) == ',' || groups.charAt(at) == 'x';
      if (atBorder && isCard(card.toString())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCard(String card) {
    return CARD_SHAPE.matcher(card).matches() && CheckCharacter.fits(card);
  }
}
