package gatehouse.deid.names;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;
import java.util.Locale;

/**
 * Chinese names in Latin letters: Zhang Xiaoming, ZHANG Wei, Xiaoming Zhang, Zhang Xiao-Ming. Two
 * capitalised words, a usual surname and one or two syllables. What is as short as a pair of
 * chemical symbols (Li Na) counts behind a label or role only.
 */
public final class PinyinNameDetector implements Detector {
  private static final int LONGEST_WORD = 12;
  private static final int SHORT = 5;
  private static final int NEAR = 2;

  private final PinyinWords words = PinyinWords.shipped();

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    int hit = 0;
    int labelEnd = -NEAR - 1;
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      if (end == at || Glyphs.isWord(text.at(at - 1))) {
        at = Math.max(at + 1, end);
        continue;
      }
      for (; hit < hits.all().size() && hits.all().get(hit).end() <= at; hit++) {
        Clue clue = hits.all().get(hit).clue();
        labelEnd = clue == Clue.PERSON || clue == Clue.ROLE ? hits.all().get(hit).end() : labelEnd;
      }
      int nameEnd = nameEnd(text, at, end, at - labelEnd <= NEAR);
      if (nameEnd > at) {
        findings.add(Type.PERSON, at, nameEnd, 0.75, Stage.CONTEXT);
      }
      at = Math.max(end, nameEnd);
    }
  }

  /** Where the name ends that begins with this word, or -1. */
  private int nameEnd(NormalText text, int start, int end, boolean labelled) {
    int next = afterGap(text, end);
    int nextEnd = wordEnd(text, next);
    if (next == end || nextEnd == next || Glyphs.isWord(text.at(nextEnd))) {
      return -1;
    }
    String one = text.slice(start, end).toLowerCase(Locale.ROOT);
    String other = text.slice(next, nextEnd).toLowerCase(Locale.ROOT);
    if (words.isOther(one + other)) {
      return -1;
    }
    if (words.isSurname(one) && words.syllables(other) > 0) {
      int givenEnd = givenEnd(text, nextEnd, words.syllables(other));
      return labelled || givenEnd - start > SHORT ? givenEnd : -1;
    }
    return words.syllables(one) == 2 && words.isSurname(other) ? nextEnd : -1;
  }

  /** The second syllable of a given name that is written apart: Xiao-Ming, Xiao Ming. */
  private int givenEnd(NormalText text, int end, int syllables) {
    int next = text.at(end) == '-' || text.at(end) == ' ' ? end + 1 : end;
    int nextEnd = end;
    while (nextEnd - next < LONGEST_WORD && next > end && Glyphs.isLetter(text.at(nextEnd + 1))) {
      nextEnd++;
    }
    boolean more =
        syllables == 1
            && nextEnd > end
            && (text.at(end) == '-' || Character.isUpperCase(text.at(next)))
            && words.syllables(text.slice(next, nextEnd + 1).toLowerCase(Locale.ROOT)) == 1;
    return more ? nextEnd + 1 : end;
  }

  /** A blank, or a comma and a blank. */
  private static int afterGap(NormalText text, int end) {
    int at = text.at(end) == ',' ? end + 1 : end;
    return text.at(at) == ' ' ? at + 1 : end;
  }

  /** The end of a capitalised or all-capital word of Latin letters; its begin if there is none. */
  private static int wordEnd(NormalText text, int start) {
    char first = text.at(start);
    if (first < 'A' || first > 'Z') {
      return start;
    }
    int end = start + 1;
    boolean capitals = text.at(end) >= 'A' && text.at(end) <= 'Z';
    while (end - start <= LONGEST_WORD
        && (capitals
            ? text.at(end) >= 'A' && text.at(end) <= 'Z'
            : text.at(end) >= 'a' && text.at(end) <= 'z')) {
      end++;
    }
    return end - start > 1 && !Glyphs.isLetter(text.at(end)) ? end : start;
  }
}
