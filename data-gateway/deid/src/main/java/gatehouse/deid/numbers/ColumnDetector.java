package gatehouse.deid.numbers;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a table that stands in a text, each judged with the heading of its column: CSV, tabs,
 * Markdown, and a label alone in a line over its value.
 */
public final class ColumnDetector implements Detector {
  private static final String DELIMITERS = ",\t|;";
  private static final String AROUND = " \"'\r";
  private static final int FEWEST_DIGITS = 4;
  private static final int LONGEST_VALUE = 40;
  private static final int LONGEST_NAME = 6;

  /** Positions in the text, without the blanks and quotes around. */
  private record Cell(int start, int end) {}

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    int judged = 0;
    for (Hits.Hit hit : hits.all()) {
      if (hit.start() >= judged && type(hit.clue()) != null) {
        char delimiter = delimiter(text, hit);
        if (delimiter == '\n') {
          below(text, hit, findings);
        } else if (delimiter != '\0') {
          judged = table(text, hits, hit, delimiter, findings);
        }
      }
    }
  }

  /** What parts the label from its neighbours: a line feed if it has none, NUL if it is no cell. */
  private static char delimiter(NormalText text, Hits.Hit label) {
    int at = label.start() - 1;
    while (at >= 0 && AROUND.indexOf(text.at(at)) >= 0) {
      at--;
    }
    char before = at < 0 ? '\n' : text.at(at);
    int end = label.end();
    while (end < text.length() && (AROUND + ":#").indexOf(text.at(end)) >= 0) {
      end++;
    }
    char after = end >= text.length() ? '\n' : text.at(end);
    if (before == '\n' && after == '\n') {
      return '\n';
    }
    if (DELIMITERS.indexOf(after) >= 0) {
      return before == '\n' || before == after ? after : '\0';
    }
    return after == '\n' && DELIMITERS.indexOf(before) >= 0 ? before : '\0';
  }

  private static void below(NormalText text, Hits.Hit label, Findings findings) {
    Type type = type(label.clue());
    int end = lineEnd(text, label.end());
    Cell value = trimmed(text, end + 1, lineEnd(text, end + 1));
    if (type != null && type != Type.PERSON) {
      judge(type, text, value, findings);
    }
  }

  /** Judges the rows behind a heading; returns the position after the last. */
  private static int table(
      NormalText text, Hits hits, Hits.Hit label, char delimiter, Findings findings) {
    int from = label.start();
    while (from > 0 && text.at(from - 1) != '\n') {
      from--;
    }
    int end = lineEnd(text, from);
    List<Cell> heads = cells(text, from, end, delimiter);
    List<@Nullable Type> types = types(heads, hits);
    while (end < text.length()) {
      int start = end + 1;
      int next = lineEnd(text, start);
      List<Cell> row = cells(text, start, next, delimiter);
      if (row.size() != heads.size()) {
        return start;
      }
      for (int column = 0; column < row.size(); column++) {
        Type type = types.get(column);
        if (type != null) {
          judge(type, text, row.get(column), findings);
        }
      }
      end = next;
    }
    return end;
  }

  private static List<@Nullable Type> types(List<Cell> heads, Hits hits) {
    List<@Nullable Type> types = new ArrayList<>();
    int next = 0;
    for (Cell head : heads) {
      Type type = null;
      while (next < hits.all().size() && hits.all().get(next).start() < head.end()) {
        Hits.Hit hit = hits.all().get(next++);
        type = hit.start() == head.start() && hit.end() == head.end() ? type(hit.clue()) : type;
      }
      types.add(type);
    }
    return types;
  }

  private static void judge(Type type, NormalText text, Cell cell, Findings findings) {
    int digits = 0;
    int han = 0;
    boolean words = cell.end() - cell.start() <= LONGEST_VALUE;
    for (int at = cell.start(); at < cell.end() && words; at++) {
      char c = text.at(at);
      digits += Glyphs.isDigit(c) ? 1 : 0;
      han += Glyphs.isHan(c) || c == '\u00B7' ? 1 : 0;
      words = Glyphs.isWord(c) || Glyphs.isHan(c) || "-_/*#()\u00B7 ".indexOf(c) >= 0;
    }
    int length = cell.end() - cell.start();
    boolean name = type == Type.PERSON && han == length && length > 1 && length <= LONGEST_NAME;
    boolean number = type != Type.PERSON && han == 0 && digits >= FEWEST_DIGITS;
    if (words && (name || number)) {
      findings.add(type, cell.start(), cell.end(), 0.95, Stage.CONTEXT);
    }
  }

  private static List<Cell> cells(NormalText text, int from, int end, char delimiter) {
    List<Cell> cells = new ArrayList<>();
    int start = from;
    for (int at = from; at <= end; at++) {
      if (at == end || text.at(at) == delimiter) {
        cells.add(trimmed(text, start, at));
        start = at + 1;
      }
    }
    return cells;
  }

  private static Cell trimmed(NormalText text, int from, int to) {
    int start = from;
    int end = Math.max(from, to);
    while (start < end && AROUND.indexOf(text.at(start)) >= 0) {
      start++;
    }
    while (end > start && AROUND.indexOf(text.at(end - 1)) >= 0) {
      end--;
    }
    return new Cell(start, end);
  }

  private static int lineEnd(NormalText text, int from) {
    int end = from;
    while (end < text.length() && text.at(end) != '\n') {
      end++;
    }
    return end;
  }

  private static @Nullable Type type(Clue clue) {
    return clue == Clue.PERSON ? Type.PERSON : LabelledNumberDetector.type(clue);
  }
}
