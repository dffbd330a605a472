package gatehouse.admission.change;

import gatehouse.admission.application.ApplicationId;
import java.util.Optional;

/** All change cases. */
public interface Changes {
  /** False when the application has a case for that digest already. */
  boolean add(ChangeCase change);

  /** Writes the next revision of what {@code locked} gave. */
  void save(ChangeCase change);

  Optional<ChangeCase> find(ChangeId id);

  /** Under the row's lock until the transaction ends. */
  Optional<ChangeCase> locked(ChangeId id);

  /** Whether one of the application's cases is under review. */
  boolean isUnderReview(ApplicationId application);
}
