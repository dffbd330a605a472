package gatehouse.deid.operators;

import gatehouse.deid.finding.Type;

/**
 * Values that look real and belong to nobody: names of as many characters and the same probable
 * sex, phones that begin with 12, which no mobile network is issued, identity numbers of the
 * unissued division 999999. They are restored as whole fields only, and the tripwire tells them
 * from real ones by their ranges.
 */
public final class Surrogates {
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String WOMEN = "芳娜敏静丽艳娟霞秀燕玲桂梅莉兰红婷雪琳颖";
  private static final String MEN = "伟强磊军洋勇杰涛明超刚平辉鹏飞斌波峰健亮";
  private static final String FEMALE_HINTS = "芳娜敏静丽艳娟霞秀燕玲桂梅莉兰红婷雪琳颖萍英华珍琴妹花香凤淑惠珠翠雅芝玉萱涵怡欣蓉薇菲妍媛姗莹倩";

  private final Pseudonyms pseudonyms;

  /** Surrogates chosen with keys. */
  public Surrogates(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** A surrogate, or a pseudonym where the type has no believable one. */
  public String surrogate(Type type, String canonical) {
    return switch (type) {
      case PERSON -> name(canonical);
      case PHONE -> "12" + digits("phone", canonical, 9);
      case NATIONAL_ID -> "999999" + "19000101" + digits("id", canonical, 4);
      case EMAIL -> "p" + digits("email", canonical, 8) + "@example.invalid";
      case RECORD_NUMBER -> "R" + digits("record", canonical, 9);
      default -> pseudonyms.pseudonym(type, canonical);
    };
  }

  private String name(String name) {
    int length = Math.max(2, Math.min(4, name.codePointCount(0, name.length())));
    boolean female = name.chars().skip(1).anyMatch(c -> FEMALE_HINTS.indexOf(c) >= 0);
    String given = female ? WOMEN : MEN;
    StringBuilder result = new StringBuilder();
    result.append(SURNAMES.charAt(pseudonyms.choose("surname", name, SURNAMES.length())));
    for (int i = 1; i < length; i++) {
      result.append(given.charAt(pseudonyms.choose("given" + i, name, given.length())));
    }
    return result.toString();
  }

  private String digits(String domain, String canonical, int count) {
    int bound = (int) Math.pow(10, count);
    return ("%0" + count + "d").formatted(pseudonyms.choose(domain, canonical, bound));
  }
}
