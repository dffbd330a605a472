package gatehouse.deid.scan;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.NormalText;

/** Finds identifiers of some types. Without state, linear in the length of the text. */
public interface Detector {
  /**
   * Adds what it finds.
   *
   * @param text the normalised text; positions of findings are positions in it
   * @param hits the words of the lexicon in it
   * @param findings where to add
   */
  void find(NormalText text, Hits hits, Findings findings);
}
