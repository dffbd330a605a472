package gatehouse.admission.vendorstatus;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.Status;
import gatehouse.admission.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One use of a vendor's product as the vendor may see it.
 *
 * @param stage where its case or filing is, by the name of the state; null before there is one
 * @param missing what is still to be brought
 * @param nextDeadline when something runs out next, null when nothing does
 * @param releasedReason why it was vetoed, as far as the panel released it
 */
public record ProductStatus(
    Application application,
    Status status,
    List<Refusal> causes,
    @Nullable String stage,
    List<Refusal> missing,
    @Nullable Instant nextDeadline,
    @Nullable String releasedReason) {
  public ProductStatus {
    causes = List.copyOf(causes);
    missing = List.copyOf(missing);
  }
}
