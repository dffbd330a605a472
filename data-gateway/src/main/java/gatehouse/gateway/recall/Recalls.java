package gatehouse.gateway.recall;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All recalls. */
public interface Recalls {
  /** Keeps it once; a stop that is told again changes nothing. */
  void add(Recall recall);

  /**
   * Outputs that nobody judged since a stop covered them, the newest output first, each with the
   * last stop that covers it. What was erased nobody can read again.
   *
   * @param before only outputs older than this one
   */
  List<Recall.Pending> pending(@Nullable UUID before, int limit);

  /** Whether this output is one of them. */
  boolean isPending(UUID output);
}
