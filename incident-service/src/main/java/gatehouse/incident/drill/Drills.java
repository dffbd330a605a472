package gatehouse.incident.drill;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The drills. None is ever removed. */
public interface Drills {
  void add(Drill drill);

  /** Keeps how it ended. */
  void end(Drill drill);

  /** The drill, locked until the transaction ends. */
  Optional<Drill> lock(UUID id);

  Optional<Drill> find(UUID id);

  /** Newest first. */
  List<Drill> latest(int limit);

  /** What the gateways have said of an epoch; empty while one has not and its lease lives. */
  Optional<Drill.Enforced> enforced(long epoch);
}
