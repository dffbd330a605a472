package gatehouse.deid.numbers;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that their form gives away: identity cards, phones, bank cards, and any other number too
 * long to be a measurement. Checksums raise the confidence; they never free a number.
 */
public final class NumberDetector implements Detector {
  /** From this length on a number without a meaning is taken for a record number. */
  private static final int LONG = 10;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    HarmlessNumbers harmless = new HarmlessNumbers(text, hits);
    DigitGroups groups = new DigitGroups(text);
    int at = 0;
    while (groups.advance(at)) {
      at = groups.next();
      int group = 0;
      while (group < groups.count()) {
        boolean free =
            harmless.covers(groups.start(group)) && isHarmless(groups.digits(group, group));
        group = 1 + (free ? group : match(groups, group, text, findings));
      }
    }
  }

  /** No label frees what may hold a phone or an identity card; 国械注准 has eleven digits. */
  private static boolean isHarmless(String digits) {
    return digits.length() < 11 || (digits.length() == 11 && digits.startsWith("20"));
  }

  /** Tries the longest number that starts with this group; gives its last group. */
  private static int match(DigitGroups groups, int from, NormalText text, Findings findings) {
    for (int to = groups.count() - 1; to >= from; to--) {
      int start = groups.start(from);
      String digits = groups.digits(from, to);
      Type type = type(digits, groups.shape(from, to));
      if (type != null && isSure(type, digits, groups, from, to)) {
        double confidence = confidence(type, digits);
        int begin = type == Type.PHONE ? PhoneNumber.prefixStart(text, start) : start;
        findings.add(type, begin, groups.end(to), confidence, Stage.SCAN);
        return to;
      }
    }
    return from;
  }

  /** A number in pieces with dots or a line break between must have the form of a sure one. */
  private static boolean isSure(Type type, String digits, DigitGroups groups, int from, int to) {
    if (groups.broken(from, to)) {
      boolean mobile = type == Type.PHONE && digits.length() == 11 && to - from == 1;
      return mobile || (type == Type.NATIONAL_ID && IdentityCard.plausible(digits));
    }
    return !groups.dotted(from, to) || type != Type.PHONE || to - from == 2 || to - from == 10;
  }

  private static @Nullable Type type(String digits, int[] shape) {
    boolean whole = shape.length == 1;
    if (digits.indexOf('X') >= 0 && digits.indexOf('X') < digits.length() - 1) {
      return null;
    }
    boolean check = digits.endsWith("X");
    if (digits.length() == IdentityCard.LENGTH && (whole || IdentityCard.plausible(digits))) {
      return IdentityCard.plausible(digits) || check ? Type.NATIONAL_ID : Type.BANK_CARD;
    }
    if (check) {
      return whole && digits.length() >= LONG ? Type.RECORD_NUMBER : null;
    }
    if (digits.length() == 15 && IdentityCard.plausible(digits)) {
      return Type.NATIONAL_ID;
    }
    if (PhoneNumber.isMobile(digits, shape) || PhoneNumber.isLandline(digits, shape)) {
      return Type.PHONE;
    }
    if (BankCard.is(digits, shape)) {
      return Type.BANK_CARD;
    }
    return whole && digits.length() >= LONG ? Type.RECORD_NUMBER : null;
  }

  private static double confidence(Type type, String digits) {
    return switch (type) {
      case NATIONAL_ID ->
          digits.length() == IdentityCard.LENGTH && IdentityCard.checks(digits) ? 1.0 : 0.8;
      case BANK_CARD -> Luhn.checks(digits) ? 0.95 : 0.7;
      case PHONE -> 0.95;
      default -> 0.5;
    };
  }
}
