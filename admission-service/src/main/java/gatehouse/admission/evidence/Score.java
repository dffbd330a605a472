package gatehouse.admission.evidence;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a dimension was scored and on which evidence.
 *
 * @param points 1 (poor) to 5 (excellent)
 */
public record Score(int points, SortedSet<EvidenceKind> evidence, String rationale) {
  public Score {
    if (points < 1 || points > 5) {
      throw new IllegalArgumentException("A score has 1 to 5 points");
    }
    evidence = new TreeSet<>(evidence);
  }

  /** Its content for hashing; the wording of the rationale makes no other bundle. */
  public String line() {
    return points + " " + evidence;
  }
}
