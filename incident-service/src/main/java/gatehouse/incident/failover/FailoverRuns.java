package gatehouse.incident.failover;

import java.util.List;
import java.util.Optional;

/** The fail-over runs. */
public interface FailoverRuns {
  void add(FailoverRun run);

  Optional<FailoverRun> find(FailoverRun.Id id);

  /** The run, locked until the transaction ends. */
  Optional<FailoverRun> lock(FailoverRun.Id id);

  void save(FailoverRun run);

  /** Runs that are not closed, oldest first. */
  List<FailoverRun> open();
}
