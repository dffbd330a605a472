package gatehouse.gateway.output;

import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.pseudonym.Pseudonym;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is to be registered.
 *
 * @param id also the {@code ProduceID} of the label
 * @param application what admission says about it: the version that answered
 * @param encounter the hospital's encounter number; kept as a reference only
 * @param user who uses the application and answers for the output; kept as a reference only
 * @param deployment where the model runs, or the kind of system outside the gateway
 */
public record OutputRecord(
    UUID id,
    UUID permitId,
    Caller caller,
    ApplicationFacts application,
    @Nullable Pseudonym subject,
    @Nullable String encounter,
    @Nullable String user,
    String deployment,
    Content content) {

  /**
   * What went in and what came out.
   *
   * @param inputDigest SHA-256 of the exact bytes that the model was sent
   * @param digest SHA-256 of the delivered text, label included; calls of tools are lines of it
   * @param text the delivered text; null when it is held elsewhere, as images are
   * @param characters its length in UTF-16 units
   * @param complete false when the stream broke off
   */
  public record Content(
      String inputDigest, String digest, @Nullable String text, long characters, boolean complete) {
    /** Names no text. */
    @Override
    public String toString() {
      return "Content[" + digest + "]";
    }
  }
}
