package gatehouse.incident.application;

import java.util.List;
import java.util.Optional;

/** The copy of admission-service's applications. */
public interface KnownApplications {
  /** The application of that code, letter case ignored. */
  Optional<KnownApplication> withCode(String code);

  List<KnownApplication> all();

  /** Keeps the news unless the copy already holds this version or a later one. */
  void keepIfNewer(KnownApplication application);
}
