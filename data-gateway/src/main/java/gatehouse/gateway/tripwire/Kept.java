package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Folding;
import java.util.function.IntPredicate;

/** What of a folded text is kept where known values are looked for. */
enum Kept {
  /** Letters and digits, spoken digits written. */
  LETTERS(c -> Character.isLetterOrDigit(c) || isSurrogate(c) || isSpokenDigit(c)),
  /** All but blanks and what people put into numbers; spoken digits written. */
  LIGHTLY(c -> !Character.isWhitespace(c) && "-·_.".indexOf(c) < 0),
  /** Written digits only. */
  DIGITS(c -> c >= '0' && c <= '9'),
  /** What places are written with: Chinese characters and digits, spoken ones written. */
  HAN_AND_DIGITS(c -> (isHan(c) && !isSurrogate(c)) || (c >= '0' && c <= '9') || isSpokenDigit(c)),
  /** Digits only, spoken ones written. */
  SPOKEN_DIGITS(Kept::isSpokenDigit),
  /** Chinese characters only, as they stand. */
  HAN(Kept::isHan);

  private static final int THOUSAND = 3;

  /** For each character what stands for it, NUL if nothing does. */
  private final String images;

  Kept(IntPredicate wanted) {
    StringBuilder each = new StringBuilder(Character.MAX_VALUE + 1);
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      each.append(wanted.test(c) ? (char) c : '\0');
    }
    images = each.toString();
  }

  String of(String plain) {
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = images.charAt(plain.charAt(i));
      if (c == '\0' || (c == ',' && isThousands(plain, i))) {
        continue;
      }
      int digit = this == HAN ? -1 : Folding.spokenDigit(c);
      out.append(digit < 0 ? c : (char) ('0' + digit));
    }
    return out.toString();
  }

  private static boolean isSurrogate(int c) {
    return Character.isSurrogate((char) c);
  }

  private static boolean isSpokenDigit(int c) {
    return Folding.spokenDigit((char) c) >= 0;
  }

  private static boolean isHan(int c) {
    return Folding.isCommonHan(c)
        || (c >= 0x2E80
            && (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || isSurrogate(c)));
  }

  /** 12,345 is one number; 1,2,3 are three. */
  private static boolean isThousands(String plain, int comma) {
    int end = comma + 1 + THOUSAND;
    boolean fits = isDigit(plain, comma - 1) && !isDigit(plain, end);
    for (int i = comma + 1; i < end; i++) {
      fits &= isDigit(plain, i);
    }
    return fits;
  }

  private static boolean isDigit(String plain, int at) {
    return at >= 0 && at < plain.length() && plain.charAt(at) >= '0' && plain.charAt(at) <= '9';
  }
}
