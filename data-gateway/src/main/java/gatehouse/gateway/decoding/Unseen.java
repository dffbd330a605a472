package gatehouse.gateway.decoding;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Text in characters that a model reads and a person does not see, or that no person writes words
 * in. Tag characters spell whole sentences, variation selectors and private characters carry bytes,
 * two zero-width ones carry bits; small capitals, letters in boxes, letters on their heads and
 * flags that are no country's spell names. A few of them are honest (an emoji, a rare variant of a
 * character, phonetics); a message of them is not.
 */
public final class Unseen {
  private static final int LONGEST_HONEST_RUN = 3;
  private static final int MOST_HONEST = 32;
  private static final int FIRST_TAG = 0xE0000;
  private static final int LAST_TAG = 0xE007F;
  private static final int FIRST_FLAG = 0x1F1E6;
  private static final int LAST_FLAG = 0x1F1FF;

  /** Small capitals and letters on their heads that phonetics has, too. */
  private static final String PHONETIC = "ʙɢʜɪʟɴʀʏɐɔɟɥɾʃɯɹʌʍʎ";

  private static final String ODD = "ᴀᴄᴅᴇꜰᴊᴋᴍᴏᴘꞯꜱᴛᴜᴠᴡᴢǝƃᴉʞʇ";
  private static final int MOST_ODD = 3;
  private static final Set<String> COUNTRIES = countries();

  private int unseenInRow;
  private int unseen;
  private int odd;
  private int phonetic;
  private int openFlag;

  private Unseen() {}

  /** Whether there is more of that than honest text has. */
  public static boolean carriesText(String text) {
    Unseen counted = new Unseen();
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (isUsual(c)) {
        counted.usual(c);
      } else if (counted.unusual(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }

  private void usual(int c) {
    unseenInRow = 0;
    openFlag = 0;
    if (c > 'z' || !Character.isLetter(c)) {
      odd = 0;
      phonetic = 0;
    }
  }

  /** Whether this one is too much. */
  private boolean unusual(int c) {
    odd += isOdd(c) ? 1 : 0;
    phonetic += PHONETIC.indexOf(c) >= 0 ? 1 : 0;
    if ((odd > 1 && odd + phonetic > MOST_ODD) || isNoCountry(c)) {
      return true;
    }
    openFlag = openFlag == 0 && isFlag(c) ? c : 0;
    boolean hidden = isUnseen(c);
    unseenInRow = hidden ? unseenInRow + 1 : 0;
    unseen += hidden ? 1 : 0;
    boolean tag = c >= FIRST_TAG && c <= LAST_TAG;
    return tag || unseenInRow > LONGEST_HONEST_RUN || unseen > MOST_HONEST;
  }

  private static boolean isUsual(int c) {
    return c < 0xAD || Folding.isCommonHan(c) || (c >= 0x3000 && c < 0x3030) || c == 0xFF0C;
  }

  private static boolean isOdd(int c) {
    boolean boxed = (c >= 0x1F150 && c <= 0x1F169) || (c >= 0x1F170 && c <= 0x1F189);
    return boxed || ODD.indexOf(c) >= 0;
  }

  /** Two letters of flags that stand together show a country's flag, or spell something. */
  private boolean isNoCountry(int c) {
    return openFlag != 0 && isFlag(c) && !COUNTRIES.contains(letter(openFlag) + letter(c));
  }

  private static boolean isFlag(int c) {
    return c >= FIRST_FLAG && c <= LAST_FLAG;
  }

  private static String letter(int flag) {
    return String.valueOf((char) ('A' + flag - FIRST_FLAG));
  }

  private static boolean isUnseen(int c) {
    boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    return selector
        || switch (Character.getType(c)) {
          case Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
          default -> false;
        };
  }

  private static Set<String> countries() {
    Set<String> countries = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    countries.addAll(Set.of("EU", "UN", "XK", "AC", "CP", "DG", "EA", "IC", "TA"));
    return countries;
  }
}
