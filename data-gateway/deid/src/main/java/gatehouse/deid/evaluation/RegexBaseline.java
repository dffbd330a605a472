package gatehouse.deid.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a handful of the usual regular expressions would cover: the yardstick beside the engine. */
final class RegexBaseline {
  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile(
              "(?<!\\d)[1-9]\\d{5}(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])\\d{3}[\\dXx](?!\\d)"),
          Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)"),
          Pattern.compile("0\\d{2,3}-\\d{7,8}"),
          Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+"),
          Pattern.compile("(?<!\\d)62\\d{14,17}(?!\\d)"),
          Pattern.compile("(?<![A-Za-z])[EGDSP][A-Z]?\\d{7,8}(?!\\d)"),
          Pattern.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}"),
          Pattern.compile("(?<!\\d)\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?"),
          Pattern.compile("(?<=(住院|门诊|病案|病历|检查|就诊卡|医保卡)号[:：]?)[A-Za-z]{0,2}\\d{5,12}"),
          Pattern.compile("(?<=姓名[:：])[\\u4e00-\\u9fff]{2,4}"),
          Pattern.compile("(?<=微信[号]?[:：])[A-Za-z][\\w-]{5,19}"),
          Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}"),
          Pattern.compile(
              "[\\u4e00-\\u9fff]{2,9}(省|自治区|市)[\\u4e00-\\u9fff]{1,20}(路|街|村|巷)[\\d号栋室单元-]*"));

  private RegexBaseline() {}

  static BitSet cover(String text) {
    BitSet covered = new BitSet();
    for (Pattern pattern : PATTERNS) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        covered.set(matcher.start(), matcher.end());
      }
    }
    return covered;
  }
}
