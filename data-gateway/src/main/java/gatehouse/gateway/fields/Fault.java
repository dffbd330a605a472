package gatehouse.gateway.fields;

/**
 * A member that may not leave.
 *
 * @param path in the protocol's own words; what a caller named is {@code *}
 */
public record Fault(String path, Kind kind) {

  /** Why. */
  public enum Kind {
    /** Unknown, or of a shape that nobody reads. */
    FIELD,
    /** An image, a sound or a file. */
    MEDIA,
    /** A tool that runs at the provider's and calls out from there. */
    HOSTED_TOOL,
    /** An address that the provider, or a model in the house, would fetch. */
    REMOTE_CONTENT,
    /** A conversation that is kept elsewhere: nobody here knows whose it is. */
    STORED_CONVERSATION,
    /** Text as numbers of a vocabulary. */
    TOKEN_IDS
  }
}
