package gatehouse.gateway.egress;

import gatehouse.clauses.Clause;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Data that never go to a public destination, de-identified or not: genetic, HIV and sexually
 * transmitted, psychiatric, reproductive, biometric, and children under 14 (PIPL 28). A negative
 * screening result and a denied history do not count.
 */
@Clause({"G-44", "E-66"})
final class SensitiveLexicon {
  private static final Set<String> CATEGORIES =
      Set.of(
          "GENETIC",
          "HIV",
          "STI",
          "HIV_STI",
          "PSYCHIATRIC",
          "REPRODUCTIVE",
          "BIOMETRIC",
          "MINOR",
          "SENSITIVE");
  private static final Map<String, Pattern> WORDS = new LinkedHashMap<>();
  private static final Pattern NEGATIVE =
      Pattern.compile("[^，。；;！!？?\\n]{0,12}?(?:阴性|\\(-\\)|\\(－\\)|未检出|无反应性|negative)");
  private static final Pattern DENIED = Pattern.compile("(?:否认|排除)[^，。；;！!？?\\n]{0,40}$|无$");
  private static final Pattern CHILD =
      Pattern.compile(
          "(?<![\\d.十百])(?:\\d|1[0-3]|[一二三四五六七八九]|十[一二三]?)\\s{0,2}周?岁(?![时起前后以]|以上)"
              + "|患儿|新生儿|\\d{1,2}\\s{0,2}月龄|(?<!\\d)\\d{1,2}个月大");

  static {
    word("GENETIC", "基因(?:检测|突变|测序|型)|全外显子|染色体核型|遗传性?疾?病|brca[12]");
    word(
        "HIV_STI",
        "(?<![a-z])hiv(?![a-z])|艾滋|人类免疫缺陷病毒|梅毒|淋病|尖锐湿疣|生殖器疱疹|性传播|性病"
            + "|(?<![a-z])(?:tppa|trust|rpr)(?![a-z])");
    word(
        "PSYCHIATRIC",
        "精神分裂|抑郁(?:症|障碍|发作)|双相(?:情感)?障碍|躁狂|精神(?:病|障碍|疾病)|自杀|自残|强迫症|焦虑(?:症|障碍)" + "|酒精依赖|药物依赖|吸毒");
    word("REPRODUCTIVE", "流产|引产|不孕|不育|试管婴儿|辅助生殖|体外受精|性功能|勃起功能");
    word("BIOMETRIC", "指纹|虹膜(?:识别|信息)|人脸(?:识别|信息|数据)|声纹|掌纹");
  }

  private SensitiveLexicon() {}

  /** Whether the caller itself says that the data are sensitive. */
  static boolean declared(Collection<String> categories) {
    return categories.stream().anyMatch(CATEGORIES::contains);
  }

  /** How often each sensitive kind is spoken of. */
  static Map<String, Integer> count(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Map<String, Integer> counts = new TreeMap<>();
    WORDS.forEach((kind, pattern) -> {
      Matcher matcher = pattern.matcher(plain);
      while (matcher.find()) {
        if (!isNegative(plain, matcher)) {
          counts.merge(kind, 1, Integer::sum);
        }
      }
    });
    int children = (int) CHILD.matcher(plain).results().count();
    if (children > 0) {
      counts.put("MINOR", children);
    }
    return counts;
  }

  private static boolean isNegative(String text, Matcher word) {
    String before = text.substring(Math.max(0, word.start() - 48), word.start());
    String after = text.substring(word.end(), Math.min(text.length(), word.end() + 24));
    return DENIED.matcher(before).find() || NEGATIVE.matcher(after).lookingAt();
  }

  private static void word(String kind, String pattern) {
    WORDS.put(kind, Pattern.compile(pattern));
  }
}
