package gatehouse.gateway.permit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it goes into the journal, before anything it allows happens.
 *
 * @param expiresAt end of a permit that is used outside this gateway
 * @param sent what is about to leave, for a decision inside a model call
 */
public record PermitRecord(
    UUID id,
    Caller caller,
    PermitQuestion question,
    PermitDecision decision,
    @Nullable Instant expiresAt,
    @Nullable Sent sent) {

  /**
   * What leaves.
   *
   * @param deployment name of the deployment
   * @param zone its trust zone
   * @param policy the de-identification policy with its hash, or null where none is applied
   * @param findings how many of each type were replaced
   * @param stripped how many fields of each group the purpose did not need
   * @param fieldPolicy the allow-list that was applied, with its hash; null for a call about nobody
   * @param digest SHA-256 of the exact bytes
   * @param streamedAs the output that the caller reads while it is made, before it is registered;
   *     null where an answer is registered first
   */
  public record Sent(
      String deployment,
      String zone,
      @Nullable String policy,
      Map<String, Integer> findings,
      Map<String, Integer> stripped,
      @Nullable String fieldPolicy,
      String digest,
      @Nullable UUID streamedAs) {}
}
