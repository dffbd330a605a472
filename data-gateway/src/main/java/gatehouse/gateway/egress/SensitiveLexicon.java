package gatehouse.gateway.egress;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.SensitiveWords.Found;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Data that never go to a public destination, de-identified or not: genetic, HIV and sexually
 * transmitted, psychiatric, reproductive, biometric, and children under 14 (PIPL 28). A negative
 * screening result and a denied history do not count. Texts are folded before they come here.
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
  private static final SensitiveWords WORDS = new SensitiveWords();
  private static final Pattern NEGATIVE =
      Pattern.compile("[^，。；;！!？?\\n]{0,12}?(?:阴性|陰性|\\(-\\)|未检出|未檢出|无反应性|negative)");
  private static final Pattern DENIED =
      Pattern.compile(
          "(?:否认|否認|排除|\\b(?:denie[sd]|denying|no history of)\\b)[^，。；;！!？?\\n]{0,40}$|[无無]$");
  private static final Pattern YEARS =
      Pattern.compile("(?<![\\d.十百])(?:\\d|1[0-3]|[一二三四五六七八九]|十[一二三]?)\\s{0,2}周?[岁歲]$");
  private static final Pattern MONTHS = Pattern.compile("(?<!\\d)\\d{1,2}[个個]月大$");

  /** Longer than every word with what may stand inside it, and than what is said about it. */
  private static final int LONGEST_WORD = 24;

  private static final int CONTEXT = 48;

  static {
    WORDS.chinese(
        "GENETIC",
        "基因检测 基因突变 基因测序 基因定序 基因型 全外显子 染色体核型 遗传性疾病 遗传疾病 遗传性病 遗传病",
        SensitiveWords.Border.ANY);
    WORDS.latin("GENETIC", "brca1*,brca2*,karyotyp*,whole exome,genetic test*");
    WORDS.chinese("HIV_STI", "艾滋 人类免疫缺陷病毒 梅毒 淋病 尖锐湿疣 生殖器疱疹", SensitiveWords.Border.ANY);
    WORDS.chinese("HIV_STI", "性病 性传播", WordBorder.NO_ADJECTIVE);
    WORDS.latin("HIV_STI", "hiv,tppa,rpr,syphili*,gonorrh*,genital herpes,genital wart*");
    WORDS.latin("HIV_STI", "sexually transmitted,ai zi bing");
    WORDS.chinese("HIV_STI", "trust", WordBorder.A_TEST);
    WORDS.chinese(
        "PSYCHIATRIC",
        "精神分裂 抑郁症 抑郁障碍 抑郁发作 双相障碍 双相情感障碍 躁狂 精神障碍 精神疾病 自杀 自残 强迫症 焦虑症 焦虑障碍" + " 酒精依赖 药物依赖",
        SensitiveWords.Border.ANY);
    WORDS.chinese("PSYCHIATRIC", "精神病", WordBorder.NO_MIEN);
    WORDS.chinese("PSYCHIATRIC", "吸毒", WordBorder.NO_BREATH);
    WORDS.latin("PSYCHIATRIC", "schizophreni*,bipolar disorder*,suicid*");
    WORDS.latin("PSYCHIATRIC", "jing shen bing,jing shen fen lie,yi yu zheng");
    WORDS.chinese("REPRODUCTIVE", "流产 引产 不孕 不育 试管婴儿 辅助生殖 体外受精 勃起功能", SensitiveWords.Border.ANY);
    WORDS.chinese("REPRODUCTIVE", "性功能", WordBorder.NO_ADJECTIVE);
    WORDS.latin("REPRODUCTIVE", "infertil*,miscarriage*,abortion*,in vitro fertili*");
    WORDS.chinese("BIOMETRIC", "指纹 虹膜识别 虹膜信息 人脸识别 人脸信息 人脸数据 声纹 掌纹", SensitiveWords.Border.ANY);
    WORDS.chinese("MINOR", "患儿 新生儿", SensitiveWords.Border.ANY);
    WORDS.chinese("MINOR", "周岁 0岁 1岁 2岁 3岁 4岁 5岁 6岁 7岁 8岁 9岁", SensitiveLexicon::isOfAChild);
    WORDS.chinese("MINOR", "一岁 二岁 三岁 四岁 五岁 六岁 七岁 八岁 九岁 十岁", SensitiveLexicon::isOfAChild);
    for (int digit = 0; digit <= 9; digit++) {
      WORDS.chinese("MINOR", digit + "月龄", SensitiveWords.Border.ANY);
      WORDS.chinese("MINOR", digit + "个月大", SensitiveLexicon::isOfAnInfant);
    }
  }

  private SensitiveLexicon() {}

  /** Whether the caller itself says that the data are sensitive. */
  static boolean declared(Collection<String> categories) {
    return categories.stream().anyMatch(CATEGORIES::contains);
  }

  /** How often each sensitive kind is spoken of in one text. */
  static Map<String, Integer> count(String plain) {
    Map<String, Integer> counts = new TreeMap<>();
    count(plain, 0, plain.length(), _ -> true, counts);
    return counts;
  }

  /**
   * How often words stand over the borders of pieces that a receiver may put together. Words that
   * other words can hold do not count there: {@code ug/h} and {@code iv} are neighbours in many
   * records.
   */
  static Map<String, Integer> countAcross(List<String> pieces) {
    return countAcross(pieces, found -> !found.bordered());
  }

  /** The same for the parts of one message, which are one text: any word counts. */
  static Map<String, Integer> countAcrossParts(List<String> parts) {
    return countAcross(parts, _ -> true);
  }

  private static Map<String, Integer> countAcross(List<String> pieces, Predicate<Found> counted) {
    Map<String, Integer> counts = new TreeMap<>();
    if (pieces.size() < 2) {
      return counts;
    }
    String joined = String.join("", pieces);
    BitSet borders = new BitSet();
    int at = 0;
    for (String piece : pieces) {
      at += piece.length();
      borders.set(at);
    }
    Predicate<Found> crossing =
        found -> {
          int border = borders.nextSetBit(found.start() + 1);
          return border >= 0 && border < found.end() && counted.test(found);
        };
    int seen = 0;
    for (int border = borders.nextSetBit(1); border >= 0; border = borders.nextSetBit(border + 1)) {
      int from = Math.max(seen, border - LONGEST_WORD);
      int to = Math.min(joined.length(), border + LONGEST_WORD);
      count(joined, from, to, crossing, counts);
      seen = border;
    }
    return counts;
  }

  private static void count(
      String plain, int from, int to, Predicate<Found> counted, Map<String, Integer> counts) {
    WORDS.walk(
        plain,
        from,
        to,
        found -> {
          if (counted.test(found) && !isNegative(plain, found)) {
            counts.merge(found.kind(), 1, Integer::sum);
          }
        });
  }

  /** A child stays one, whatever was denied. */
  private static boolean isNegative(String text, Found word) {
    if (word.kind().equals("MINOR")) {
      return false;
    }
    String before = text.substring(Math.max(0, word.start() - CONTEXT), word.start());
    String after = text.substring(word.end(), Math.min(text.length(), word.end() + CONTEXT / 2));
    return DENIED.matcher(before).find() || NEGATIVE.matcher(after).lookingAt();
  }

  /** Not "at the age of 9 years" nor "before": that was long ago. */
  private static boolean isOfAChild(String text, Found found) {
    boolean now = found.end() == text.length() || "时時起前后後以".indexOf(text.charAt(found.end())) < 0;
    return now && YEARS.matcher(before(text, found.end())).find();
  }

  private static boolean isOfAnInfant(String text, Found found) {
    return MONTHS.matcher(before(text, found.end())).find();
  }

  private static String before(String text, int end) {
    return text.substring(Math.max(0, end - LONGEST_WORD), end);
  }
}
