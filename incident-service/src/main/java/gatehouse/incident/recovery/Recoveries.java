package gatehouse.incident.recovery;

import gatehouse.incident.stop.Stop;
import java.util.Optional;

/** The recovery evaluations. Who changes one holds the lock of its stop. */
public interface Recoveries {
  void add(Recovery recovery);

  void save(Recovery recovery);

  Optional<Recovery> find(Recovery.Id id);

  /** Which stop the evaluation belongs to, read before that stop is locked. */
  Optional<Stop.Id> stopOf(Recovery.Id id);
}
