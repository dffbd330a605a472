package gatehouse.admission.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.admission.evidence.Dimension;
import gatehouse.admission.evidence.Evidence;
import gatehouse.admission.evidence.EvidenceKind;
import gatehouse.admission.evidence.Protocol;
import gatehouse.admission.evidence.Score;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BundleTest {

  /** The first case that a walk brings to a complete bundle. */
  private static AdmissionCase complete() {
    CaseWalk walk = new CaseWalk(1, new HashSet<>());
    for (int step = 0; step < 1000; step++) {
      if (walk.step() instanceof Outcome.Done<CaseChange> done) {
        walk.follow(done.value());
      }
      if (walk.present.state() instanceof CaseState.Ready) {
        return walk.present;
      }
    }
    throw new AssertionError("seed 1 never completes a bundle");
  }

  private static Bundle with(Map<EvidenceKind, Evidence> evidence, Map<Dimension, Score> scores) {
    Bundle whole = complete().bundle();
    return new Bundle(
        whole.certificate(), whole.protocols(), evidence, scores, null, whole.fairnessAnswer());
  }

  @Test
  @Clause({"G-01", "G-19", "G-20", "G-21", "E-22"})
  void everyKindOfEvidenceIsAskedFor() {
    Bundle whole = complete().bundle();
    for (EvidenceKind kind : EvidenceKind.values()) {
      Map<EvidenceKind, Evidence> fewer = new EnumMap<>(whole.evidence());
      fewer.remove(kind);

      assertThat(with(fewer, whole.scores()).gapsOn(CaseWalk.TODAY))
          .contains(
              kind == EvidenceKind.ETH ? Refusal.ETHICS_MISSING : Refusal.EVIDENCE_INCOMPLETE);
    }
  }

  @Test
  @Clause("G-01")
  void everyDimensionIsAskedFor() {
    Bundle whole = complete().bundle();
    for (Dimension dimension : Dimension.values()) {
      Map<Dimension, Score> fewer = new EnumMap<>(whole.scores());
      fewer.remove(dimension);

      assertThat(with(whole.evidence(), fewer).gapsOn(CaseWalk.TODAY))
          .containsExactly(Refusal.DIMENSION_UNSCORED);
    }
  }

  @Test
  @Clause("G-13")
  void breachedFairnessNeedsTheEthicsSeatsAnswer() {
    Bundle whole = complete().bundle();
    Map<EvidenceKind, Evidence> breached = new EnumMap<>(whole.evidence());
    breached.put(EvidenceKind.FAIR, failed(EvidenceKind.FAIR));
    Bundle bundle =
        new Bundle(whole.certificate(), whole.protocols(), breached, whole.scores(), null, null);

    assertThat(bundle.gapsOn(CaseWalk.TODAY)).containsExactly(Refusal.FAIRNESS_UNANSWERED);
    assertThat(bundle.answered("because").gapsOn(CaseWalk.TODAY)).isEmpty();
  }

  @Test
  @Clause("G-21")
  void ethicsDisapprovalCannotBeOverruled() {
    Bundle whole = complete().bundle();
    Map<EvidenceKind, Evidence> disapproved = new EnumMap<>(whole.evidence());
    disapproved.put(EvidenceKind.ETH, failed(EvidenceKind.ETH));

    assertThat(with(disapproved, whole.scores()).gapsOn(CaseWalk.TODAY))
        .containsExactly(Refusal.ETHICS_DISAPPROVED);
  }

  @Test
  @Clause("G-19")
  void thresholdsCannotBeEditedAfterResults() {
    Protocol easier =
        new Protocol(
            List.of(new Threshold("metric", Threshold.Bound.AT_LEAST, BigDecimal.ZERO)),
            "fixer",
            CaseWalk.START);

    assertThat(complete().thresholdsFixed(EvidenceKind.TECH, easier))
        .isEqualTo(Outcome.refused(Refusal.THRESHOLDS_FIXED));
  }

  private static Evidence failed(EvidenceKind kind) {
    return new Evidence(
        kind, "sha256:x", false, new TreeMap<>(), null, null, "author", CaseWalk.START);
  }
}
