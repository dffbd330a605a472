package gatehouse.gateway.output;

import java.util.Optional;
import java.util.UUID;

/**
 * The texts of outputs, encrypted at rest under a key that each output has for itself. The one
 * place that holds what an AI wrote about a patient; nothing of it stands in journals, events,
 * metrics or logs. An order to erase what the journal says of an output destroys its key as well.
 */
public interface Contents {
  /** Which text of an output. */
  enum Part {
    /** As the AI delivered it. */
    PRODUCED,
    /** As a physician rewrote it. */
    EDITED,
    /** What a physician stated with a judgement. */
    STATEMENT
  }

  /** Another instance, or a newer one, sealed a text with a key that this one was not given. */
  final class KeyMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says which one.
     *
     * @param keyId id of the key, which is no secret
     */
    public KeyMissingException(String keyId) {
      super("no configured key opens an output sealed with " + keyId);
    }
  }

  /**
   * Keeps a text until its output is erased, in the caller's transaction or shared commit.
   *
   * @param version of the output with which the text came
   * @throws KeyMissingException if this instance was not given the key of the output's first text
   */
  void keep(UUID output, long version, Part part, String text);

  /**
   * The newest text of this part.
   *
   * @throws IllegalStateException if it was changed in the database, or its key is not there
   * @throws KeyMissingException if this instance was not given the key that opens it
   */
  Optional<String> newest(UUID output, Part part);
}
