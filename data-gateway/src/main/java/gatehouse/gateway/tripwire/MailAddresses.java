package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of electronic mail, also as people spell them to get them past a filter. Looked for
 * from their sign on: a body of letters must not make the search quadratic.
 */
final class MailAddresses {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_GAP = 3;
  private static final List<String> SPELT_MARKS =
      List.of("@", "[at]", "(at)", "艾特", "点com", "点cn", "点net", "点org");
  private static final String SPELT_LOCAL = "[a-z0-9._%+-]{2,64}+ {0,3}";

  private static final Form WRITTEN =
      new Form(
          List.of("@"),
          Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}\\.[\\p{L}\\p{N}]{2,}"),
          MailAddresses::isLocal);
  private static final Form SPELT =
      new Form(
          List.of("@", "[at]", "(at)", "艾特", "在"),
          Pattern.compile(
              SPELT_LOCAL
                  + "(?:@|\\[at]|\\(at\\)|艾特|在) {0,3}[a-z0-9-]{1,63}"
                  + " {0,3}(?:\\.|。|\\[dot]|\\(dot\\)|点) {0,3}[a-z]{2,}"),
          MailAddresses::isSpeltLocal);

  /** Words that honest English has too: only with a usual end, and not "look at the dot com". */
  private static final Form IN_WORDS =
      new Form(
          List.of(" at "),
          Pattern.compile(
              SPELT_LOCAL
                  + "at {1,3}(?!(?:the|an?|this|that|our|your|its|each|every|any) )"
                  + "[a-z0-9-]{2,63}(?: dot [a-z0-9-]{2,63}){0,2}"
                  + " {1,3}dot {1,3}(?:com|cn|net|org|edu|gov|hk|tw)\\b"),
          MailAddresses::isSpeltLocal);

  private MailAddresses() {}

  /**
   * One way to write an address.
   *
   * @param local what may stand in the name before the sign
   */
  private record Form(List<String> signs, Pattern address, IntPredicate local) {

    void count(String plain, Map<Kind, Integer> counts, Deadline deadline) {
      for (String sign : signs) {
        int end = 0;
        for (int at = plain.indexOf(sign); at >= 0; at = plain.indexOf(sign, at + 1)) {
          deadline.step();
          int start = start(plain, end, at);
          Matcher matcher = address.matcher(plain).region(start, plain.length());
          if (start < at && matcher.lookingAt()) {
            end = matcher.end();
            if (!UnissuedNumbers.isAddress(matcher.group())) {
              counts.merge(Kind.EMAIL, 1, Integer::sum);
            }
          }
        }
      }
    }

    /** Where the name before a sign begins, with blanks between them; the sign's place if none. */
    private int start(String plain, int earliest, int sign) {
      int end = sign;
      while (end > earliest && sign - end < LONGEST_GAP && plain.charAt(end - 1) == ' ') {
        end--;
      }
      int start = end;
      for (int length = 0; start > earliest && length < LONGEST_LOCAL; length++) {
        int point = plain.codePointBefore(start);
        if (!local.test(point)) {
          break;
        }
        start -= Character.charCount(point);
      }
      return start == end ? sign : start;
    }
  }

  static void count(String plain, Map<Kind, Integer> counts, Deadline deadline) {
    WRITTEN.count(plain, counts, deadline);
    if (SPELT_MARKS.stream().anyMatch(plain::contains)) {
      SPELT.count(plain, counts, deadline);
    }
    if (plain.contains(" dot ")) {
      IN_WORDS.count(plain, counts, deadline);
    }
  }

  private static boolean isLocal(int point) {
    return isSpeltLocal(point)
        || switch (Character.getType(point)) {
          case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.MODIFIER_LETTER,
              Character.OTHER_LETTER,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  private static boolean isSpeltLocal(int point) {
    return (point >= 'a' && point <= 'z')
        || (point >= '0' && point <= '9')
        || "._%+-".indexOf(point) >= 0;
  }
}
