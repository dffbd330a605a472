package gatehouse.gateway.block;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All blocks. */
public interface Blocks {

  /** What the desk made of a block so far: nothing, or where its case stands. */
  enum DeskState {
    NEW,
    TRIAGED,
    EXPLAINED,
    RELEASED,
    CLOSED
  }

  /** A block and what the desk made of it. */
  record Seen(Block block, DeskState state) {}

  /**
   * Which blocks are looked for; null means any.
   *
   * @param client the source
   * @param zone trust zone of the destination
   * @param since not older
   * @param until older
   */
  record Filter(
      @Nullable String application,
      @Nullable String client,
      @Nullable String zone,
      @Nullable String reason,
      @Nullable DeskState state,
      @Nullable Instant since,
      @Nullable Instant until) {

    /** The same from another moment on. */
    public Filter since(Instant moment) {
      return new Filter(application, client, zone, reason, state, moment, until);
    }
  }

  /** Keeps it, in the caller's transaction. */
  void add(Block block);

  /**
   * The newest first.
   *
   * @param before only older ones than this block; null for the first page
   */
  List<Seen> newest(Filter filter, @Nullable UUID before, int limit);

  /**
   * The oldest first.
   *
   * @param after only newer ones than this block; null for the first page
   */
  List<Seen> oldest(Filter filter, @Nullable UUID after, int limit);

  /** When it was recorded; empty if there is no such block. */
  Optional<Instant> recordedAt(UUID id);

  boolean exists(UUID id);

  /**
   * How many calls of this client were held back because of their data since the moment; what the
   * desk found to be wrong or a drill does not count.
   */
  long countTrue(String client, Instant since);
}
