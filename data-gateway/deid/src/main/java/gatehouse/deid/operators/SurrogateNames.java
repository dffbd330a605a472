package gatehouse.deid.operators;

import gatehouse.deid.names.NameCharacters;
import gatehouse.deid.normalise.Glyphs;

/**
 * Names of the same form as a given one: as many characters, a compound surname for a compound one,
 * dots and Latin letters where it has them, and the sex that its characters hint at.
 */
final class SurrogateNames {
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎";
  private static final String[] COMPOUND = {
    "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容"
  };
  private static final String WOMEN = "芳娜敏静丽艳娟霞秀燕玲桂梅莉兰红婷雪琳颖萍英华珍琴花香凤淑惠珠翠雅芝玉萱涵怡欣蓉薇菲妍媛姗莹倩";
  private static final String MEN = "伟强磊军洋勇杰涛明超刚平辉鹏飞斌波峰健亮志国海建文武林东山宏毅俊浩宇轩博凯锋龙成栋正信义德";
  private static final String SYLLABLES = "阿布都拉克木江提尔汗依明热合买吾斯";
  private static final String SYLLABLES_OF_WOMEN = "古丽娜尔热依阿孜提米那莎汗玛";
  private static final String FEMALE_HINTS = WOMEN + "妹姐妮婕嫣瑶琪娇倩茜古";
  private static final String CONSONANTS = "bdfghklmnpstwz";
  private static final String VOWELS = "aeiou";

  private final Pseudonyms pseudonyms;

  SurrogateNames(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** The surrogate of a name; never the name itself. */
  String name(String name) {
    String surrogate = attempt(name, "");
    return surrogate.equals(name) ? attempt(name, "again-") : surrogate;
  }

  private String attempt(String name, String round) {
    if (name.indexOf('\u00B7') >= 0) {
      return dotted(name, round);
    }
    return name.chars().allMatch(c -> c < 0x80) ? latin(name, round) : han(name, round);
  }

  private String han(String name, String round) {
    int length = name.codePointCount(0, name.length());
    boolean compound = length >= 3 && NameCharacters.isCompound(name.charAt(0), name.charAt(1));
    StringBuilder result = new StringBuilder();
    if (compound) {
      result.append(COMPOUND[pseudonyms.choose(round + "surname", name, COMPOUND.length)]);
    } else {
      result.append(one(SURNAMES, round + "surname", name));
    }
    String given = isFemale(name) ? WOMEN : MEN;
    while (result.length() < length) {
      result.append(one(given, round + "given" + result.length(), name));
    }
    return result.toString();
  }

  private String dotted(String name, String round) {
    String syllables = isFemale(name) ? SYLLABLES_OF_WOMEN : SYLLABLES;
    StringBuilder result = new StringBuilder();
    name.codePoints()
        .forEach(point ->
            result.append(
                point == '\u00B7'
                    ? '\u00B7'
                    : one(syllables, round + "syllable" + result.length(), name)));
    return result.toString();
  }

  private String latin(String name, String round) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      String letters = i % 2 == 0 ? CONSONANTS : VOWELS;
      result.append(Glyphs.isLetter(c) ? one(letters, round + "letter" + i, name) : c);
    }
    result.setCharAt(0, Character.toUpperCase(result.charAt(0)));
    return result.toString();
  }

  private char one(String characters, String domain, String name) {
    return characters.charAt(pseudonyms.choose(domain, name, characters.length()));
  }

  /** The surname tells nothing. */
  private static boolean isFemale(String name) {
    return name.chars().skip(1).anyMatch(c -> FEMALE_HINTS.indexOf(c) >= 0);
  }
}
