package gatehouse.deid.numbers;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;
import java.util.Set;

/**
 * Identity cards and mobile numbers with signs between their digits that nobody writes there by
 * habit: {@code 138^0013^8000}, {@code 1|3|8|…}. Counts and measurements have such signs between
 * them too, so only a card with a real day of birth, or a mobile number in a usual grouping,
 * counts.
 */
public final class SeparatedDetector implements Detector {
  private static final Set<String> USUAL = Set.of("344", "38", "74", "443", "434", "335", "3332");

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    int at = 0;
    while (at < text.length()) {
      if (Glyphs.isDigit(text.at(at)) && !Glyphs.isWord(text.at(at - 1))) {
        card(text, at, findings);
        mobile(text, at, findings);
        bankCard(text, at, findings);
      }
      at++;
    }
  }

  private static void card(NormalText text, int start, Findings findings) {
    DigitRow row = DigitRow.read(text, start, IdentityCard.LENGTH);
    if (row.fits(IdentityCard.LENGTH) && IdentityCard.plausible(row.digits())) {
      double confidence = IdentityCard.checks(row.digits()) ? 1.0 : 0.8;
      findings.add(Type.NATIONAL_ID, start, row.end(), confidence, Stage.SCAN);
    }
  }

  private static void mobile(NormalText text, int start, Findings findings) {
    if (text.at(start) != '1') {
      return;
    }
    DigitRow row = DigitRow.read(text, start, 11);
    boolean form = row.fits(11) && row.digits().charAt(1) >= '3' && row.digits().indexOf('X') < 0;
    if (form && isGrouped(row)) {
      findings.add(Type.PHONE, start, row.end(), 0.85, Stage.SCAN);
    }
  }

  /** Four times four digits and a rest; four values of a list seldom end as Luhn demands. */
  private static void bankCard(NormalText text, int start, Findings findings) {
    if (text.at(start) < '3' || text.at(start) > '6') {
      return;
    }
    for (int length = BankCard.LONGEST; length >= BankCard.FOURS; length--) {
      DigitRow row = DigitRow.read(text, start, length);
      if (row.fits(length) && row.alike() && BankCard.isInFours(row.digits(), row.shape())) {
        findings.add(Type.BANK_CARD, start, row.end(), 0.85, Stage.SCAN);
        return;
      }
    }
  }

  private static boolean isGrouped(DigitRow row) {
    if (USUAL.contains(row.shape())) {
      return true;
    }
    boolean singles = row.shape().length() == 11;
    return row.alike() && (singles ? !rises(row.digits()) : row.zeroFirst());
  }

  /** 1、3、4、5、6 … counts something. */
  private static boolean rises(String digits) {
    int falls = 0;
    for (int i = 1; i < digits.length(); i++) {
      falls += digits.charAt(i) < digits.charAt(i - 1) ? 1 : 0;
    }
    return falls < 2;
  }
}
