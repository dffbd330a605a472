package gatehouse.gateway.recall;

import java.util.List;
import java.util.UUID;

/** All recalls. */
public interface Recalls {
  /** Keeps it once; a stop that is told again changes nothing. */
  void add(Recall recall);

  /** Outputs that nobody judged since a stop covered them, the oldest stop first. */
  List<Recall.Pending> pending(int limit);

  /** Whether this output is one of them. */
  boolean isPending(UUID output);
}
