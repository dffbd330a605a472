package gatehouse.incident.witness;

import java.util.List;
import java.util.Optional;

/** The checkpoints that were heard. */
public interface KeptCheckpoints {
  /** The log's row is locked until the transaction ends; the key is pinned if none is yet. */
  Optional<String> lockKey(String origin, String ifNone);

  /** The trusted one of that size. */
  Optional<KeptCheckpoint> trusted(String origin, long size);

  /** The largest trusted one. */
  Optional<KeptCheckpoint> latestTrusted(String origin);

  /** Trusted ones behind a size, by size. */
  List<KeptCheckpoint> trustedAfter(String origin, long size, int limit);

  /** Whether this very text is kept already. */
  boolean isKept(KeptCheckpoint checkpoint);

  void add(KeptCheckpoint checkpoint);

  List<WitnessedLog> logs();
}
