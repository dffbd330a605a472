package gatehouse.gateway.release;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All release tokens, without their secrets. */
public interface ReleaseTokens {
  /** Keeps a new one under the hash of its secret. */
  void add(ReleaseToken token, String secretHash);

  /** The token, locked until the transaction ends. */
  Optional<ReleaseToken> lock(String secretHash);

  void spend(ReleaseToken token);

  /** Ends every open token of the output. */
  void voidOpen(UUID output, Instant at);
}
