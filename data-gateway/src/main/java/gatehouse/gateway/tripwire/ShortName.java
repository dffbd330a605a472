package gatehouse.gateway.tripwire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of two characters. With a sentence's punctuation between them ("血压高，明日") they are a name
 * only where no word goes on at either side; over the border of two texts only where one ends with
 * the first character and the next begins with the second.
 */
record ShortName(String first, String second, Pattern apart) {
  private static final Pattern SENTENCE = Pattern.compile("[，。、；：！？,;:!?（）()]");

  static ShortName of(String plain) {
    String letters = plain.replaceAll("[^\\p{L}\\p{N}]", "");
    String first = letters.substring(0, 1);
    String second = letters.substring(1);
    Pattern apart =
        Pattern.compile(Pattern.quote(first) + "([^\\p{L}\\p{N}]{0,8})" + Pattern.quote(second));
    return new ShortName(first, second, apart);
  }

  boolean isIn(String plain) {
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
      if (plain.get(i - 1).endsWith(first) && plain.get(i).startsWith(second)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHan(String text, int at) {
    return at >= 0 && at < text.length() && Character.isIdeographic(text.charAt(at));
  }
}
