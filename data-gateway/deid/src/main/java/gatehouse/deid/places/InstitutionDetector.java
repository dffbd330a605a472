package gatehouse.deid.places;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.scan.LabelValue;
import java.util.List;

/**
 * Hospitals, companies and schools by the word their names end with, back to a place name or to
 * where the name cannot reach; employers also by their label.
 */
public final class InstitutionDetector implements Detector {
  /** Characters that stand before a name and never in one. */
  private static final String STOPS = "于在到至往去转赴由从我你他她们本该外某其收住就曾和与及并经系是为因被对向请将回者自哪这那几个";

  /** What stands before 医院 without naming one. */
  private static final List<String> GENERIC =
      List.of(
          "当地", "上级", "外地", "多家", "附近", "三甲", "其他", "社区", "综合", "专科", "基层", "定点", "大型", "民营", "私立",
          "公立", "各级", "各大", "二级", "三级", "县级", "市级", "省级", "乡镇", "教学", "互联网", "个体", "村级");

  private static final int LONGEST = 28;
  private static final int LONGEST_BLIND = 12;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    int place = -1;
    int placeEnd = -1;
    int labelEnd = -1;
    for (Hits.Hit hit : hits.all()) {
      Clue clue = hit.clue();
      if (clue == Clue.ORGANISATION) {
        labelEnd = hit.end();
        label(text, labelEnd, findings);
      } else if (clue.compareTo(Clue.PLACE) <= 0) {
        boolean chained =
            place >= 0 && hit.end() - place <= LONGEST && joined(text, placeEnd, hit.start());
        place = chained ? place : hit.start();
        placeEnd = hit.end();
      } else if (isEnding(clue)) {
        boolean placed =
            place >= 0 && hit.start() - place <= LONGEST && joined(text, placeEnd, hit.start());
        int start = placed ? place : blindStart(text, hit.start());
        boolean named = placed || clue != Clue.SCHOOL_ENDING || start - labelEnd <= 3;
        if (named && hit.start() - start >= 2 && !isGeneric(text.slice(start, hit.start()))) {
          Type type = clue == Clue.HOSPITAL_ENDING ? Type.HOSPITAL : Type.ORGANISATION;
          findings.add(type, start, hit.end(), placed ? 0.9 : 0.75, Stage.SCAN);
        }
      }
    }
  }

  private static boolean isEnding(Clue clue) {
    return clue == Clue.HOSPITAL_ENDING
        || clue == Clue.COMPANY_ENDING
        || clue == Clue.SCHOOL_ENDING;
  }

  /** 工作单位：… up to the end of the clause. */
  private static void label(NormalText text, int labelEnd, Findings findings) {
    int start = LabelValue.skipBlanks(text, labelEnd);
    if (text.at(start) != ':') {
      return;
    }
    start = LabelValue.skipBlanks(text, start + 1);
    int end = AddressGrammar.clauseEnd(text, start, 40);
    if (Glyphs.isHan(text.at(start)) && end - start >= 4) {
      findings.add(Type.ORGANISATION, start, end, 0.85, Stage.CONTEXT);
    }
  }

  private static int blindStart(NormalText text, int ending) {
    int start = ending;
    while (ending - start < LONGEST_BLIND
        && Glyphs.isHan(text.at(start - 1))
        && STOPS.indexOf(text.at(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  private static boolean isGeneric(String name) {
    return GENERIC.stream().anyMatch(name::endsWith);
  }

  private static boolean joined(NormalText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Glyphs.isHan(text.at(i)) && text.at(i) != '(' && text.at(i) != ')') {
        return false;
      }
    }
    return true;
  }
}
