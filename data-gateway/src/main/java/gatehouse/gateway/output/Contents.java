package gatehouse.gateway.output;

import java.util.Optional;
import java.util.UUID;

/**
 * The texts of outputs, encrypted at rest. The one place that holds what an AI wrote about a
 * patient; nothing of it stands in journals, events, metrics or logs.
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
   * Keeps a text for good, in the caller's transaction or shared commit.
   *
   * @param version of the output with which the text came
   */
  void keep(UUID output, long version, Part part, String text);

  /**
   * The newest text of this part.
   *
   * @throws IllegalStateException if it was changed in the database, or no configured key opens it
   */
  Optional<String> newest(UUID output, Part part);
}
