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
record ShortName(
    String first, String second, Pattern apart, Pattern surnameFirst, Pattern givenFirst) {
  private static final String GAP = "[^\\p{L}\\p{N}]{0,8}";
  private static final String GIVEN = "名(?:字|叫|是|为|一个){0,2}";
  private static final Pattern SENTENCE = Pattern.compile("[，。、；：！？,;:!?（）()]");

  static ShortName of(String plain) {
    String letters = plain.replaceAll("[^\\p{L}\\p{N}]", "");
    String first = letters.substring(0, 1);
    String second = letters.substring(1);
    Pattern apart = Pattern.compile(Pattern.quote(first) + "(" + GAP + ")" + Pattern.quote(second));
    String surname = "姓" + GAP + Pattern.quote(first);
    String given = GIVEN + GAP + Pattern.quote(second);
    return new ShortName(
        first,
        second,
        apart,
        Pattern.compile(surname + GAP + "单?" + given),
        Pattern.compile(given + GAP + surname));
  }

  boolean isIn(String plain) {
    return isAsked(plain) || isApart(plain);
  }

  private boolean isAsked(String plain) {
    return plain.indexOf('姓') >= 0
        && plain.contains(first)
        && plain.contains(second)
        && (beginsAt("姓", surnameFirst, plain) || beginsAt("名", givenFirst, plain));
  }

  private static boolean beginsAt(String sign, Pattern pattern, String plain) {
    Matcher matcher = pattern.matcher(plain);
    for (int at = plain.indexOf(sign); at >= 0; at = plain.indexOf(sign, at + 1)) {
      if (matcher.region(at, plain.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private boolean isApart(String plain) {
    Matcher matcher = apart.matcher(plain);
    int at = plain.indexOf(first);
    while (at >= 0) {
      boolean found = matcher.region(at, plain.length()).lookingAt();
      if (found) {
        boolean alone = !isHan(plain, matcher.start() - 1) && !isHan(plain, matcher.end());
        if (alone || !SENTENCE.matcher(matcher.group(1)).find()) {
          return true;
        }
      }
      at = plain.indexOf(first, found ? matcher.end() : at + 1);
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
