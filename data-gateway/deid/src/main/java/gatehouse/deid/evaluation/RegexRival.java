package gatehouse.deid.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a handful of the usual regular expressions finds of what has a form. */
final class RegexRival implements Rival {
  private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

  static {
    put(
        "NATIONAL_ID",
        "(?<!\\d)[1-9]\\d{5}(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])\\d{3}[\\dXx](?!\\d)");
    put("PHONE", "(?<!\\d)1[3-9]\\d{9}(?!\\d)|0\\d{2,3}-\\d{7,8}");
    put("EMAIL", "[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    put("BANK_CARD", "(?<!\\d)62\\d{14,17}(?!\\d)");
    put("PASSPORT", "(?<![A-Za-z])[EGDSP][A-Z]?\\d{7,8}(?!\\d)");
    put("PLATE", "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}");
    put("DATE", "(?<!\\d)\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?");
    put("MRN", "(?<=(住院|门诊|病案|病历|检查|就诊卡|医保卡)号[:：]?)[A-Za-z]{0,2}\\d{5,12}");
    put("WECHAT", "(?<=微信[号]?[:：])[A-Za-z][\\w-]{5,19}");
    put("IP_ADDRESS", "\\d{1,3}(\\.\\d{1,3}){3}");
    put("ADDRESS", "[\\u4e00-\\u9fff]{2,9}(省|自治区|市)[\\u4e00-\\u9fff]{1,20}(路|街|村|巷)[\\d号栋室单元-]*");
  }

  private static void put(String type, String pattern) {
    PATTERNS.put(type, Pattern.compile(pattern));
  }

  @Override
  public String name() {
    return "java.util.regex, %d patterns".formatted(PATTERNS.size());
  }

  @Override
  public boolean findsNames() {
    return false;
  }

  @Override
  public List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    PATTERNS.forEach((type, pattern) -> {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(new Span(type, matcher.start(), matcher.end()));
      }
    });
    return found;
  }
}
