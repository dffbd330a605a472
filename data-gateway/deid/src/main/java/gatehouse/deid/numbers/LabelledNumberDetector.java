package gatehouse.deid.numbers;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.scan.LabelValue;
import org.jspecify.annotations.Nullable;

/** Numbers and accounts that only their label tells: 住院号、医保卡号、护照、微信 and the like. */
public final class LabelledNumberDetector implements Detector {
  private static final int LONGEST = 40;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    for (Hits.Hit hit : hits.all()) {
      Type type = type(hit.clue());
      if (type != null) {
        add(type, hit, text, findings);
      }
    }
  }

  private static void add(Type type, Hits.Hit label, NormalText text, Findings findings) {
    int start = LabelValue.start(text, label.end());
    if (start < 0 && (type == Type.MILITARY_ID || ValueText.isSpoken(text, label.end()))) {
      start = label.end();
    }
    if (start < 0) {
      return;
    }
    if (type == Type.MILITARY_ID) {
      start = LabelValue.skipHan(text, start);
    }
    int end = valueEnd(type, text, start);
    end += type == Type.MILITARY_ID && text.at(end) == '号' ? 1 : 0;
    if (end - start >= shortest(type) && end > start && fits(type, text, start, end)) {
      findings.add(type, wordStart(type, text, start, label.end()), end, 0.97, Stage.CONTEXT);
    }
  }

  /** An officer's card begins with its service, such as 南字第. */
  private static int wordStart(Type type, NormalText text, int start, int labelEnd) {
    int at = start;
    while (type == Type.MILITARY_ID && at > labelEnd && Glyphs.isHan(text.at(at - 1))) {
      at--;
    }
    return at;
  }

  /** Letters, digits and numerals, with single separators inside. */
  private static int valueEnd(Type type, NormalText text, int start) {
    int end = start;
    int at = start;
    while (at - start < LONGEST) {
      if (Glyphs.isWord(text.at(at)) || ValueText.isNumeral(text, at, start)) {
        at++;
        end = at;
      } else if (ValueText.joins(type, text, at, end - start)) {
        at = ValueText.skipJoint(text, at);
      } else {
        break;
      }
    }
    boolean closes = text.at(end) == ')' && text.slice(start, end).indexOf('(') >= 0;
    return closes ? end + 1 : end;
  }

  private static boolean fits(Type type, NormalText text, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += Glyphs.isDigit(text.at(i)) || Glyphs.spokenNumeral(text.at(i)) >= 0 ? 1 : 0;
    }
    return switch (type) {
      case WECHAT -> end - start >= 5;
      case PHONE -> digits >= 7;
      case QQ -> digits >= 5;
      case POSTCODE -> digits == 6;
      default -> digits >= 2;
    };
  }

  private static int shortest(Type type) {
    return switch (type) {
      case NATIONAL_ID -> 8;
      case BANK_CARD -> 8;
      case RECORD_NUMBER, DEVICE_ID -> 4;
      default -> 5;
    };
  }

  /** What a label makes of a number, or null if it is no label of numbers. */
  static @Nullable Type type(Clue clue) {
    return switch (clue) {
      case RECORD_NUMBER -> Type.RECORD_NUMBER;
      case INSURANCE_NO -> Type.INSURANCE_NO;
      case NATIONAL_ID -> Type.NATIONAL_ID;
      case BANK_CARD -> Type.BANK_CARD;
      case PASSPORT -> Type.PASSPORT;
      case PERMIT -> Type.PERMIT;
      case MILITARY_ID -> Type.MILITARY_ID;
      case DEVICE_ID -> Type.DEVICE_ID;
      case WECHAT -> Type.WECHAT;
      case QQ -> Type.QQ;
      case POSTCODE -> Type.POSTCODE;
      case PHONE -> Type.PHONE;
      default -> null;
    };
  }
}
