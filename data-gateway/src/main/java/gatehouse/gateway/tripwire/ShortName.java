package gatehouse.gateway.tripwire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of two characters. With a sentence's punctuation between them ("血压高，明日") they are a name
 * only where no word goes on at either side; over the border of two texts only where one ends with
 * the first character and the next begins with the second, or where each is a text of its own.
 * Forms ask for the two apart (姓：李 名：娜).
 */
record ShortName(String first, String second, Pattern apart, Pattern asked) {
  private static final String GAP = "[^\\p{L}\\p{N}]{0,8}";
  private static final String GIVEN = "(?:单名|名)(?:字|叫|是|为|一个){0,2}";
  private static final Pattern SENTENCE = Pattern.compile("[，。、；：！？,;:!?（）()]");

  static ShortName of(String plain) {
    String letters = plain.replaceAll("[^\\p{L}\\p{N}]", "");
    String first = letters.substring(0, 1);
    String second = letters.substring(1);
    Pattern apart = Pattern.compile(Pattern.quote(first) + "(" + GAP + ")" + Pattern.quote(second));
    return new ShortName(first, second, apart, asked(first, second));
  }

  private static Pattern asked(String first, String second) {
    String surname = "姓" + GAP + Pattern.quote(first);
    String given = GIVEN + GAP + Pattern.quote(second);
    return Pattern.compile(surname + GAP + given + "|" + given + GAP + surname);
  }

  boolean isIn(String plain) {
    if (plain.indexOf('姓') >= 0 && asked.matcher(plain).find()) {
      return true;
    }
    Matcher matcher = apart.matcher(plain);
    while (matcher.find()) {
      boolean alone = !isHan(plain, matcher.start() - 1) && !isHan(plain, matcher.end());
      if (alone || !SENTENCE.matcher(matcher.group(1)).find()) {
        return true;
      }
    }
    return false;
  }

  boolean isAcross(List<String> plain) {
    for (int i = 1; i < plain.size(); i++) {
      String before = plain.get(i - 1);
      String text = plain.get(i);
      boolean inOrder = before.endsWith(first) && text.startsWith(second);
      if (inOrder || (before.equals(second) && text.equals(first))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHan(String text, int at) {
    return at >= 0 && at < text.length() && Character.isIdeographic(text.charAt(at));
  }
}
