package gatehouse.gateway.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All supervisions. */
public interface Supervisions {
  void add(Supervision supervision);

  /** The supervision, locked until the transaction ends. */
  Optional<Supervision> lock(UUID id);

  void save(Supervision supervision);

  /** Those of this application and encounter that did not end. */
  List<Supervision> open(String application, String encounterRef);

  /**
   * Open ones that were last heard before, locked; those that another replica holds are left out.
   */
  List<Supervision> lockSilent(Instant heardBefore);
}
