package gatehouse.incident.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.incident.MemoryHospital;
import gatehouse.incident.recovery.RecoveryItem.Finding;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.recovery.RecoveryResult.Missing;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Evidence that proves nothing does not bring an application back. */
@Clause("G-55")
class EvidenceTest {
  private final MemoryHospital hospital = new MemoryHospital();
  private final Recovery.Id recovery = open();

  @Test
  void rerunWithTooFewCasesCountsAsMissing() {
    assertThat(missingAfter(suite(29))).contains(Missing.SUITE_CASES);
    assertThat(missingAfter(suite(30))).doesNotContain(Missing.SUITE_CASES, Missing.SUITE_RERUN);
  }

  @Test
  void checkOfTooFewSamplesCountsAsMissing() {
    assertThat(missingAfter(new RecoveryItem.ClinicalCheck(4, 0, true, "report")))
        .contains(Missing.CLINICAL_SAMPLES);
    assertThat(missingAfter(new RecoveryItem.ClinicalCheck(5, 0, true, "report")))
        .doesNotContain(Missing.CLINICAL_SAMPLES, Missing.CLINICAL_CHECK);
  }

  @Test
  void whatEverySampleSpeaksAgainstIsNotAcceptable() {
    assertThat(new RecoveryItem.ClinicalCheck(20, 20, true, "report").passed()).isFalse();
    assertThat(new RecoveryItem.ClinicalCheck(20, 19, true, "report").passed()).isTrue();
  }

  private static RecoveryItem suite(int cases) {
    return new RecoveryItem.SuiteRerun(Set.of("sha256:x"), "baseline-1", cases, 0, "report");
  }

  private List<Missing> missingAfter(RecoveryItem item) {
    RecoveryResult result =
        hospital.recordItem.put(recovery, item, hospital.act("engineer", "SEAT_MED_ENGINEERING"));
    assertThat(result).isInstanceOf(Done.class);
    return ((Done) result).missing();
  }

  private Recovery.Id open() {
    Stop stop =
        hospital.stop(
            hospital.act("duty", "DUTY_MANAGER"), StopScope.Kind.APPLICATION, "lung-nodule");
    RecoveryResult result =
        hospital.openRecovery.open(
            stop.id(),
            new RecoveryItem.RootCause(Finding.FAULT_FOUND, "threshold"),
            hospital.act("engineer", "SEAT_MED_ENGINEERING"));
    return ((Done) result).recovery().id();
  }
}
