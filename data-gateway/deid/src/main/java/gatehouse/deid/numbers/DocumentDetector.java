package gatehouse.deid.numbers;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;

/** Number plates, and passports and permits that stand without a label. */
public final class DocumentDetector implements Detector {
  private static final String PLATE_PROVINCES = "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新";
  private static final String PLATE_TAILS = "挂学警港澳领使";

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    HarmlessNumbers harmless = new HarmlessNumbers(text, hits);
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (Glyphs.isLetter(c) && !Glyphs.isWord(text.at(i - 1)) && !harmless.covers(i)) {
        passport(text, i, findings);
      } else if (c > 0x4E00 && PLATE_PROVINCES.indexOf(c) >= 0) {
        plate(text, i, findings);
      }
    }
  }

  /** 粤B·12345, 粤BD12345 and spaced forms: a letter, then five or six letters and digits. */
  private static void plate(NormalText text, int start, Findings findings) {
    int letter = start + 1;
    if (!Glyphs.isLetter(text.at(letter))) {
      return;
    }
    boolean small = text.at(letter) >= 'a';
    int at = letter + 1;
    if (isJoint(text.at(at))) {
      at++;
    }
    boolean capitals = true;
    int digits = 0;
    int count = 0;
    while (count < 7 && Glyphs.isWord(text.at(at))) {
      digits += Glyphs.isDigit(text.at(at)) ? 1 : 0;
      capitals &= text.at(at) < 'a';
      count++;
      at++;
    }
    boolean tail = PLATE_TAILS.indexOf(text.at(at)) >= 0;
    boolean plain = small ? digits >= 3 : digits >= 1 || capitals;
    if (plain && (count == 5 || count == 6 || (count == 4 && tail))) {
      findings.add(Type.PLATE, start, tail ? at + 1 : at, 0.9, Stage.SCAN);
    }
  }

  /**
   * E12345678, EA1234567, G12345678 and the like; H and M with eight or ten digits are permits for
   * Hong Kong and Macau. A123456(3) is a Hong Kong identity card if its check character fits.
   */
  private static void passport(NormalText text, int start, Findings findings) {
    int at = start;
    while (Glyphs.isLetter(text.at(at)) && at - start < 3) {
      at++;
    }
    int letters = at - start;
    int digitsFrom = at;
    while (Glyphs.isDigit(text.at(at)) && at - digitsFrom < 12) {
      at++;
    }
    int digits = at - digitsFrom;
    if (letters == 0 || letters > 2 || Glyphs.isWord(text.at(at))) {
      return;
    }
    char first = text.at(start);
    if (HongKongCard.isOne(text, start, letters, digits)) {
      findings.add(Type.PERMIT, start, at + HongKongCard.CHECK, 0.9, Stage.SCAN);
    } else if ((first == 'H' || first == 'M') && letters == 1 && (digits == 8 || digits == 10)) {
      findings.add(Type.PERMIT, start, at, 0.6, Stage.SCAN);
    } else if (isPassport(first, letters, digits)) {
      findings.add(Type.PASSPORT, start, at, 0.6, Stage.SCAN);
    } else if (digits >= 8) {
      findings.add(Type.RECORD_NUMBER, start, at, 0.5, Stage.SCAN);
    }
  }

  private static boolean isPassport(char first, int letters, int digits) {
    boolean ordinary = "EGDSPK".indexOf(first) >= 0;
    return ordinary && ((letters == 1 && digits == 8) || (letters == 2 && digits == 7));
  }

  private static boolean isJoint(char c) {
    return c == '\u00B7' || c == '-' || c == ' ' || c == '.';
  }
}
