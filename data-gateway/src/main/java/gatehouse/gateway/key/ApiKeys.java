package gatehouse.gateway.key;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All keys, without their secrets. */
public interface ApiKeys {
  /** Keeps a new one under the hash of its secret. */
  void add(ApiKey key, String secretHash);

  /**
   * The key with this secret, whatever its state: remembered for a moment, as {@link
   * gatehouse.gateway.recent} does.
   *
   * @throws RuntimeException if nobody knows
   */
  Optional<ApiKey> find(String secretHash);

  /** The same, as far as it can be told without asking anybody. */
  Optional<ApiKey> remembered(String secretHash);

  /**
   * Whether the key was revoked, or its time is up: remembered as {@link #find} does.
   *
   * @throws RuntimeException if nobody knows
   */
  boolean hasEnded(UUID id);

  /** The key, locked until the transaction ends. */
  Optional<ApiKey> lock(UUID id);

  void save(ApiKey key);

  /**
   * The newest first.
   *
   * @param before only keys older than this one
   */
  List<ApiKey> all(@Nullable UUID before, int limit);
}
