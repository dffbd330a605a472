package gatehouse.deid.dates;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;

/** Days of the farmers' calendar: 五月初六, 腊月廿三, 农历三月十七, 癸卯年三月十七. */
public final class LunarDateDetector implements Detector {
  private static final String MONTHS = "一二三四五六七八九十正冬腊";
  private static final String ONES = "一二三四五六七八九";
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    for (int i = 1; i < text.length(); i++) {
      if (text.at(i) == '月' && MONTHS.indexOf(text.at(i - 1)) >= 0) {
        int month = monthStart(text, i - 1);
        int start = before(text, month);
        boolean sure = start < month || "正冬腊".indexOf(text.at(month)) >= 0;
        int end = dayEnd(text, i + 1, sure);
        if (end > i + 1) {
          findings.add(Type.DATE, start, end, 0.85, Stage.SCAN);
        }
      }
    }
  }

  private static int monthStart(NormalText text, int last) {
    int start = text.at(last - 1) == '十' ? last - 1 : last;
    return text.at(start - 1) == '闰' ? start - 1 : start;
  }

  /** Over 农历 and the name of the year. */
  private static int before(NormalText text, int month) {
    int start = month;
    if (text.at(start - 1) == '年'
        && BRANCHES.indexOf(text.at(start - 2)) >= 0
        && STEMS.indexOf(text.at(start - 3)) >= 0) {
      start -= 3;
    }
    boolean calendar = text.at(start - 1) == '历' || text.at(start - 1) == '曆';
    return calendar && "农農阴陰旧舊".indexOf(text.at(start - 2)) >= 0 ? start - 2 : start;
  }

  /** 初 and a numeral is a day in any case; 十七 only where the month is of this calendar. */
  private static int dayEnd(NormalText text, int at, boolean sure) {
    char c = text.at(at);
    char next = text.at(at + 1);
    if (c == '初') {
      return ONES.indexOf(next) >= 0 || next == '十' ? at + 2 : at;
    }
    boolean tens = c == '廿' || c == '十' || (next == '十' && (c == '二' || c == '三'));
    if (!tens || (!sure && c != '廿')) {
      return at;
    }
    int ones = next == '十' ? at + 2 : at + 1;
    return ONES.indexOf(text.at(ones)) >= 0 ? ones + 1 : ones;
  }
}
