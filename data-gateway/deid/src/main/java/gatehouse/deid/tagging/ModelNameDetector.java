package gatehouse.deid.tagging;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.names.StopWords;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;

/** Names that the model finds in running text, less what the clinical stop list knows better. */
public final class ModelNameDetector implements Detector {
  /** A name without dots of more characters is two things. */
  private static final int LONGEST = 6;

  private static final double SURE = 12_000;

  private final Tagger tagger;

  /** A detector with a tagger of one's own. */
  public ModelNameDetector(Tagger tagger) {
    this.tagger = tagger;
  }

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    tagger.find(
        text.units(),
        text.length(),
        (start, end, margin) -> {
          if (isName(text, start, end)) {
            double confidence = 0.5 + 0.45 * Math.max(0, Math.min(1, margin / SURE));
            findings.add(Type.PERSON, start, end, confidence, Stage.MODEL);
          }
        });
  }

  private static boolean isName(NormalText text, int start, int end) {
    boolean dotted = false;
    int han = 0;
    for (int i = start; i < end; i++) {
      dotted |= text.at(i) == '\u00B7';
      han += Glyphs.isHan(text.at(i)) ? 1 : 0;
    }
    boolean whole = han > 0 && (dotted || han == end - start);
    return whole
        && (dotted || end - start <= LONGEST)
        && end - start >= 2
        && !StopWords.isNoName(text, start, end);
  }
}
