package gatehouse.deid.scan;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;

/** Hospitals, companies and schools by the words their names end with. */
public final class InstitutionDetector implements Detector {
  private static final String[] HOSPITALS = {
    "医院",
    "卫生院",
    "卫生服务中心",
    "卫生服务站",
    "卫生室",
    "卫生所",
    "诊所",
    "门诊部",
    "保健院",
    "医学中心",
    "疗养院",
    "防治院",
    "防治所",
    "疾控中心",
    "疾病预防控制中心",
    "体检中心",
    "血液中心",
    "中心血站",
    "护理院",
    "敬老院",
    "养老院",
    "福利院"
  };
  private static final String[] ORGANISATIONS = {
    "有限公司", "有限责任公司", "股份公司", "集团", "大学", "学院", "中学", "小学", "幼儿园", "派出所", "村委会", "居委会"
  };
  private static final String STOPS = "于在到至往去转赴由从我本该外某其收住就曾和与及并经系是为因被对向请将回";
  private static final int LONGEST = 28;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    int index = 0;
    int division = -1;
    int done = 0;
    for (int i = 1; i < text.length(); i++) {
      while (index < hits.all().size() && hits.all().get(index).start() <= i) {
        Hits.Hit hit = hits.all().get(index++);
        boolean place = hit.clue().compareTo(Clue.TOWN) <= 0;
        boolean chained =
            division >= 0
                && hit.start() - division <= LONGEST
                && joined(text, division, hit.start());
        division = place && !chained ? hit.start() : division;
      }
      int end = ending(text, i, HOSPITALS);
      Type type = Type.HOSPITAL;
      if (end < 0) {
        end = ending(text, i, ORGANISATIONS);
        type = Type.ORGANISATION;
      }
      if (end > 0) {
        done = add(type, text, i, end, Math.max(done, 0), division, findings);
        i = end - 1;
      }
    }
  }

  private static int add(
      Type type, NormalText text, int suffix, int end, int floor, int division, Findings findings) {
    int start = suffix;
    if (division >= floor && suffix - division <= LONGEST && joined(text, division, suffix)) {
      start = division;
    } else {
      while (suffix - start < 12
          && start > floor
          && Glyphs.isHan(text.at(start - 1))
          && STOPS.indexOf(text.at(start - 1)) < 0) {
        start--;
      }
    }
    if (suffix - start >= 2 && !isGeneric(text.slice(start, suffix))) {
      findings.add(type, start, end, 0.8, Stage.SCAN);
    }
    return end;
  }

  private static boolean isGeneric(String name) {
    return name.endsWith("当地")
        || name.endsWith("上级")
        || name.endsWith("外地")
        || name.endsWith("多家")
        || name.endsWith("附近")
        || name.endsWith("三甲")
        || name.endsWith("其他")
        || name.endsWith("社区");
  }

  private static boolean joined(NormalText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Glyphs.isHan(text.at(i)) && text.at(i) != '(' && text.at(i) != ')') {
        return false;
      }
    }
    return true;
  }

  private static int ending(NormalText text, int at, String[] endings) {
    for (String ending : endings) {
      if (text.at(at) == ending.charAt(0)
          && at + ending.length() <= text.length()
          && matches(text, at, ending)) {
        return at + ending.length();
      }
    }
    return -1;
  }

  private static boolean matches(NormalText text, int at, String word) {
    for (int i = 1; i < word.length(); i++) {
      if (text.at(at + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
