package gatehouse.gateway.output;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the register.
 *
 * @param version grows with every change
 * @param digest of the content as it stands now: what the AI delivered, or what a physician made of
 *     it
 * @param erasedAt since when its texts and what the journal said of it are destroyed; digests,
 *     references and state remain
 */
public record Output(
    UUID id,
    long version,
    Origin origin,
    About about,
    Produced produced,
    String digest,
    OutputState state,
    Instant registeredAt,
    @Nullable Instant erasedAt) {

  /**
   * Where it comes from; the words by which a stop may cover it.
   *
   * @param application the application's code
   * @param applicationId admission's id of it
   */
  public record Origin(
      UUID permitId,
      String application,
      @Nullable String applicationId,
      @Nullable String productDigest,
      @Nullable String product,
      @Nullable String vendor,
      @Nullable String department,
      String deployment) {}

  /** Whom it concerns, as references that name nobody. */
  public record About(
      @Nullable String subjectRef, @Nullable String encounterRef, @Nullable String userRef) {}

  /**
   * What the AI made.
   *
   * @param held whether the gateway holds the text
   */
  public record Produced(
      String inputDigest, String digest, long characters, boolean complete, boolean held) {}

  /** After a physician's judgement or its release. */
  Output moved(OutputState next) {
    return new Output(
        id, version + 1, origin, about, produced, digest, next, registeredAt, erasedAt);
  }

  /** With other content than before. */
  Output rewritten(String newDigest, OutputState next) {
    return new Output(
        id, version + 1, origin, about, produced, newDigest, next, registeredAt, erasedAt);
  }

  /** Whether its texts were destroyed: nobody can look at it or decide about it any more. */
  public boolean isErased() {
    return erasedAt != null;
  }

  /** Whether a physician changed what the AI made. */
  public boolean isRewritten() {
    return !digest.equals(produced.digest());
  }
}
