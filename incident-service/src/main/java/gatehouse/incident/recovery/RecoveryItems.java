package gatehouse.incident.recovery;

import gatehouse.incident.duty.Signature;
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
    @Nullable Filed<RecoveryItem.ClinicalCheck> clinicalCheck,
    @Nullable Filed<RecoveryItem.PanelRound> panel) {
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

  RecoveryItems with(RecoveryItem item, Signature by) {
    return switch (item) {
      case RecoveryItem.RootCause it ->
          new RecoveryItems(new Filed<>(it, by), fix, suite, clinicalCheck, panel);
      case RecoveryItem.Fix it ->
          new RecoveryItems(rootCause, new Filed<>(it, by), suite, clinicalCheck, panel);
      case RecoveryItem.SuiteRerun it ->
          new RecoveryItems(rootCause, fix, new Filed<>(it, by), clinicalCheck, panel);
      case RecoveryItem.ClinicalCheck it ->
          new RecoveryItems(rootCause, fix, suite, new Filed<>(it, by), panel);
      case RecoveryItem.PanelRound it ->
          new RecoveryItems(rootCause, fix, suite, clinicalCheck, new Filed<>(it, by));
    };
  }
}
