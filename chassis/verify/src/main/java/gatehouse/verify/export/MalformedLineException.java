package gatehouse.verify.export;

/** A line that the journal would not have written. */
public final class MalformedLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedLineException(String message) {
    super(message);
  }
}
