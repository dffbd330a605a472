package gatehouse.admission.filing;

import gatehouse.admission.application.ApplicationId;
import java.util.Optional;

/** All filings. */
public interface Filings {
  void add(Filing filing);

  /** Writes the next revision of what {@code locked} gave. */
  void save(Filing filing);

  Optional<Filing> find(FilingId id);

  /** Under the row's lock until the transaction ends. */
  Optional<Filing> locked(FilingId id);

  /** The filing opened last for the application. */
  Optional<Filing> latestOf(ApplicationId application);

  /** The next filing number, never given twice. */
  String nextNumber();
}
