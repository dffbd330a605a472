package gatehouse.admission.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who reads, sutures or examines worse without AI than before (G-60).
 *
 * @param examined how many people have a result
 * @param repeated how many of them have an earlier one to compare it with
 * @param declines the deepest first
 */
public record SkillDecay(int examined, int repeated, List<Decline> declines) {
  public SkillDecay {
    declines = List.copyOf(declines);
  }

  /**
   * One person's last result against the best of all earlier ones.
   *
   * @param best the later one of two that are equally good
   */
  public record Decline(AssessmentResult best, AssessmentResult last) {

    /** Points that were lost; negative if some were won. */
    public int points() {
      return best.points() - last.points();
    }
  }

  /**
   * Compares the results of one skill.
   *
   * @param limit points from which a loss counts; a test that is no longer passed always does
   */
  static SkillDecay of(Collection<AssessmentResult> results, int limit) {
    Collection<List<AssessmentResult>> people =
        results.stream()
            .sorted(Comparator.comparing(AssessmentResult::takenAt))
            .collect(Collectors.groupingBy(AssessmentResult::user))
            .values();
    List<Decline> compared =
        people.stream().filter(one -> one.size() > 1).map(SkillDecay::compared).toList();
    return new SkillDecay(
        people.size(),
        compared.size(),
        compared.stream()
            .filter(one -> one.points() >= limit || (one.best().passed() && !one.last().passed()))
            .sorted(Comparator.comparingInt(Decline::points).reversed())
            .toList());
  }

  private static Decline compared(List<AssessmentResult> inOrder) {
    AssessmentResult best =
        inOrder.subList(0, inOrder.size() - 1).stream()
            .max(
                Comparator.comparing(AssessmentResult::passed)
                    .thenComparingInt(AssessmentResult::points)
                    .thenComparing(AssessmentResult::takenAt))
            .orElseThrow();
    return new Decline(best, inOrder.getLast());
  }
}
