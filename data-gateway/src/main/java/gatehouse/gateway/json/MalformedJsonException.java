package gatehouse.gateway.json;

/** The text is not JSON as this gateway accepts it. The message never repeats the text. */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedJsonException(String message) {
    super(message);
  }
}
