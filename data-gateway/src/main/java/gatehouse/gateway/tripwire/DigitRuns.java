package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.decoding.Folding;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Numbers that may be somebody's: identity cards and phones also with separators inside, and every
 * long run of digits. Chinese and spoken digits count as digits.
 */
final class DigitRuns {
  /** From this many digits on a run is blocked whatever it is. */
  private static final int LONG = 9;

  private static final String SEPARATORS = " -._/·—,\t";
  private static final Pattern IDENTITY_CARD =
      Pattern.compile(
          "[1-8]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dx]");
  private static final Pattern OLD_IDENTITY_CARD =
      Pattern.compile("[1-8]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}");
  private static final Pattern MOBILE = Pattern.compile("(?:86|0086)?1[3-9]\\d{9}");
  private static final Pattern LANDLINE = Pattern.compile("0[1-9]\\d{1,2},?[2-8]\\d{6,7}");
  private static final Pattern MOBILE_GROUPS =
      Pattern.compile(
          "(?:86,)?1[3-9](?:\\d,\\d{4},\\d{4}|\\d,\\d{8}|\\d{5},\\d{4}|\\d{2},\\d{4},\\d{3})");

  private DigitRuns() {}

  static void count(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    int at = 0;
    while (at < plain.length()) {
      deadline.step();
      if (Folding.spokenDigit(plain.charAt(at)) < 0) {
        at++;
        continue;
      }
      at = countFrom(plain, at, counts);
    }
  }

  /** Judges the separated run that starts here; returns the position after it. */
  private static int countFrom(String plain, int start, Map<Kind, Integer> counts) {
    int digits = 0;
    int at = start;
    int end = start;
    while (at < plain.length()) {
      if (Folding.spokenDigit(plain.charAt(at)) >= 0) {
        digits++;
        end = ++at;
      } else if (SEPARATORS.indexOf(plain.charAt(at)) >= 0 && at - end < 2) {
        at++;
      } else {
        break;
      }
    }
    // Nearly all numbers are measurements, and too short for anything below; x counts as one more.
    if (digits >= LONG - 1) {
      judge(groups(plain, start, end), start, plain, counts);
    }
    return end;
  }

  /** The digits with a comma for each separator, and the x that may close an identity card. */
  private static String groups(String plain, int start, int end) {
    StringBuilder groups = new StringBuilder();
    for (int at = start; at < end; at++) {
      int digit = Folding.spokenDigit(plain.charAt(at));
      if (digit >= 0) {
        groups.append((char) ('0' + digit));
      } else if (groups.charAt(groups.length() - 1) != ',') {
        groups.append(',');
      }
    }
    boolean closesWithX = end < plain.length() && plain.charAt(end) == 'x';
    return closesWithX ? groups.append('x').toString() : groups.toString();
  }

  private static void judge(String groups, int start, String plain, Map<Kind, Integer> counts) {
    String digits = groups.replace(",", "");
    if (digits.length() >= 17 && IDENTITY_CARD.matcher(digits).find()) {
      counts.merge(Kind.IDENTITY_CARD, 1, Integer::sum);
      return;
    }
    boolean fraction = isFraction(groups, start, plain);
    for (String run : groups.split(",", -1)) {
      if (OLD_IDENTITY_CARD.matcher(run).matches()) {
        counts.merge(Kind.IDENTITY_CARD, 1, Integer::sum);
      } else if (MOBILE.matcher(run).matches() && !UnissuedNumbers.contain(run)) {
        counts.merge(Kind.PHONE, 1, Integer::sum);
      } else if (run.length() >= LONG
          && !fraction
          && !isVariantId(plain, start)
          && !UnissuedNumbers.contain(run)) {
        counts.merge(Kind.LONG_NUMBER, 1, Integer::sum);
      }
    }
    if (MOBILE_GROUPS.matcher(groups).find() || spelledOutMobile(groups)) {
      counts.merge(Kind.PHONE, 1, Integer::sum);
    } else if (LANDLINE.matcher(groups).matches() && !UnissuedNumbers.contain(digits)) {
      counts.merge(Kind.PHONE, 1, Integer::sum);
    }
  }

  /** 1 3 8 0 0 0 0 0 0 0 0, one digit at a time. */
  private static boolean spelledOutMobile(String groups) {
    return groups.length() >= 21
        && groups.replaceAll("\\d,", "").length() <= 1
        && MOBILE.matcher(groups.replace(",", "")).matches();
  }

  /** 0.30000000000000004 is what clients send for 0.3; a fraction is no number of a person. */
  private static boolean isFraction(String groups, int start, String plain) {
    return groups.startsWith("0,")
        && groups.indexOf(',', 2) < 0
        && plain.startsWith("0.", start)
        && Folding.spokenDigit(plain.charAt(start + 2)) >= 0;
  }

  /** rs followed by digits is a genetic variant's public name (dbSNP). */
  private static boolean isVariantId(String plain, int start) {
    return start >= 2 && plain.startsWith("rs", start - 2);
  }
}
