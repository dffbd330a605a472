package gatehouse.gateway.block;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All blocks. */
public interface Blocks {

  /**
   * Which blocks are looked for; null means any.
   *
   * @param before only older ones than this block
   * @param limit at most so many
   */
  record Query(
      @Nullable String application,
      @Nullable String reason,
      @Nullable Instant since,
      @Nullable UUID before,
      int limit) {}

  /** Keeps it, in the caller's transaction. */
  void add(Block block);

  /** The newest first. */
  List<Block> find(Query query);

  boolean exists(UUID id);

  /**
   * How many calls of this client were held back because of their data since the moment; what the
   * desk found to be wrong or a drill does not count.
   */
  long countTrue(String client, Instant since);

  /** All since the moment, the oldest first. */
  List<Block> since(Instant moment);
}
