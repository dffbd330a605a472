package gatehouse.deid.names;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.scan.LabelValue;

/** Names beside a label (姓名：), a role (患者) or a title (医生). */
public final class LabelledNameDetector implements Detector {
  private static final int MOST_IN_A_LIST = 12;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    for (Hits.Hit hit : hits.all()) {
      if (hit.clue() == Clue.PERSON) {
        label(text, hit.end(), findings);
      } else if (hit.clue() == Clue.ROLE) {
        role(text, hit.end(), findings);
      } else if (hit.clue() == Clue.TITLE) {
        title(text, hit.start(), findings);
      }
    }
  }

  private static void label(NormalText text, int labelEnd, Findings findings) {
    int at = LabelValue.skipBlanks(text, afterBrackets(text, labelEnd));
    if (text.at(at) == ':') {
      list(text, LabelValue.skipBlanks(text, at + 1), findings);
    } else {
      boolean named = at > labelEnd && isNameLabel(text, labelEnd);
      int end = named ? NameShape.wholeRun(text, at) : at;
      if (end > at) {
        findings.add(Type.PERSON, at, end, 0.8, Stage.CONTEXT);
      } else {
        running(text, at, at > labelEnd ? 0.8 : 0.7, findings);
      }
    }
  }

  private static void role(NormalText text, int roleEnd, Findings findings) {
    int at = LabelValue.skipBlanks(text, afterBrackets(text, roleEnd));
    int start = text.at(at) == ':' ? LabelValue.skipBlanks(text, at + 1) : at;
    int end = NameShape.beforeSexOrAge(text, start);
    if (end > start) {
      findings.add(Type.PERSON, start, end, 0.85, Stage.CONTEXT);
    } else {
      running(text, start, 0.75, findings);
    }
  }

  private static boolean isNameLabel(NormalText text, int labelEnd) {
    return text.at(labelEnd - 1) == '名' && text.at(labelEnd - 2) == '姓';
  }

  /** One name, or several between 、 and blanks. */
  private static void list(NormalText text, int start, Findings findings) {
    int at = start;
    for (int i = 0; i < MOST_IN_A_LIST; i++) {
      int end = i == 0 ? NameShape.labelled(text, at) : NameShape.running(text, at, false);
      if (end == at) {
        return;
      }
      findings.add(Type.PERSON, at, end, 0.95, Stage.CONTEXT);
      int next = LabelValue.skipBlanks(text, end);
      char c = text.at(next);
      if (c != '、' && c != '/' && c != ',' && next == end) {
        return;
      }
      at = c == '、' || c == '/' || c == ',' ? LabelValue.skipBlanks(text, next + 1) : next;
    }
  }

  private static void running(NormalText text, int at, double confidence, Findings findings) {
    int end = NameShape.running(text, at, false);
    if (end > at) {
      findings.add(Type.PERSON, at, end, confidence, Stage.CONTEXT);
    }
  }

  /** 张伟医生, 李主任: a surname and up to two characters before the title. */
  private static void title(NormalText text, int titleStart, Findings findings) {
    for (int length = 4; length >= 1; length--) {
      int start = titleStart - length;
      if (start < 0
          || (Glyphs.isHan(text.at(start - 1))
              && length == 1
              && Glyphs.isHan(text.at(start - 2)))) {
        continue;
      }
      int surname = Surnames.lengthAt(text, start);
      boolean fits = surname > 0 && length - surname <= 2 && length >= surname;
      if (fits
          && NameShape.allGiven(text, start + surname, titleStart)
          && !StopWords.isNoName(text, start, titleStart)) {
        findings.add(Type.PERSON, start, titleStart, 0.7, Stage.CONTEXT);
        return;
      }
    }
  }

  private static int afterBrackets(NormalText text, int from) {
    if (text.at(from) != '(') {
      return from;
    }
    for (int at = from + 1; at < from + 7; at++) {
      if (text.at(at) == ')') {
        return at + 1;
      }
    }
    return from;
  }
}
