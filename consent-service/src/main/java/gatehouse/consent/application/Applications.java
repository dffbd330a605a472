package gatehouse.consent.application;

import java.time.Instant;
import java.util.Optional;

/** The applications that this service has learned of, in all versions. */
public interface Applications {

  /** The newest version that was known at the time. */
  Optional<KnownApplication> knownAt(ApplicationCode code, Instant time);

  /** Adds a version; one that is there already stays as it is. */
  void add(KnownApplication application);
}
