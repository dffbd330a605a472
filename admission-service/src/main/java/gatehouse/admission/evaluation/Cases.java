package gatehouse.admission.evaluation;

import gatehouse.admission.application.ApplicationId;
import java.util.Optional;

/** All admission cases. */
public interface Cases {
  void add(AdmissionCase admissionCase);

  /** Writes the next revision of what {@code locked} gave. */
  void save(AdmissionCase admissionCase);

  Optional<AdmissionCase> find(CaseId id);

  /** Under the row's lock until the transaction ends. */
  Optional<AdmissionCase> locked(CaseId id);

  /** The case opened last for the application, whatever became of it. */
  Optional<AdmissionCase> latestOf(ApplicationId application);

  /** True when the vendor's version was vetoed for the scenario on this very bundle (A10). */
  boolean vetoed(Subject subject, String bundleHash);
}
