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

  /**
   * Keeps a text until its output is erased, in the caller's transaction or shared commit.
   *
   * @param version of the output with which the text came
   */
  void keep(UUID output, long version, Part part, String text);

  /**
   * The newest text of this part.
   *
   * @throws IllegalStateException if it was changed in the database, or its key is not there or not
   *     opened by a configured one
   */
  Optional<String> newest(UUID output, Part part);
}
