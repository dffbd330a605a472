package gatehouse.admission.application;

import java.util.List;
import java.util.Optional;

/** All applications. */
public interface Applications {
  /** False when the code is taken. */
  boolean add(Application application);

  /** Writes the next revision of what {@code locked} gave. */
  void save(Application application);

  Optional<Application> find(String code);

  Optional<Application> find(ApplicationId id);

  /** Under the row's lock until the transaction ends. */
  Optional<Application> locked(String code);

  /** Under the row's lock until the transaction ends. */
  Optional<Application> locked(ApplicationId id);

  List<Application> ofVendor(String creditCode);

  List<Application> all();
}
