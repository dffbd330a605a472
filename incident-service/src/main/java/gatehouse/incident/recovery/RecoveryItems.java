package gatehouse.incident.recovery;

import gatehouse.incident.duty.Signature;
import gatehouse.incident.restart.PanelDecision.Reports;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is on file of one evaluation, each with who put it there; null is what is missing. The
 * newest record of each kind counts.
 */
public record RecoveryItems(
    Filed<RecoveryItem.RootCause> rootCause,
    @Nullable Filed<RecoveryItem.Fix> fix,
    @Nullable Filed<RecoveryItem.SuiteRerun> suite,
    @Nullable Filed<RecoveryItem.ClinicalCheck> clinicalCheck) {
  public RecoveryItems {
    Objects.requireNonNull(rootCause, "rootCause");
  }

  /** An item and who answers for it. */
  public record Filed<T extends RecoveryItem>(T item, Signature by) {
    public Filed {
      Objects.requireNonNull(item, "item");
      Objects.requireNonNull(by, "by");
    }
  }

  /** Digests of what the panel must have seen; null until both reports are on file. */
  @Nullable Reports reports() {
    return suite == null || clinicalCheck == null
        ? null
        : new Reports(suite.item().report(), clinicalCheck.item().report());
  }

  RecoveryItems with(RecoveryItem item, Signature by) {
    return switch (item) {
      case RecoveryItem.RootCause it ->
          new RecoveryItems(new Filed<>(it, by), fix, suite, clinicalCheck);
      case RecoveryItem.Fix it ->
          new RecoveryItems(rootCause, new Filed<>(it, by), suite, clinicalCheck);
      case RecoveryItem.SuiteRerun it ->
          new RecoveryItems(rootCause, fix, new Filed<>(it, by), clinicalCheck);
      case RecoveryItem.ClinicalCheck it ->
          new RecoveryItems(rootCause, fix, suite, new Filed<>(it, by));
    };
  }
}
