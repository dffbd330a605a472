package gatehouse.deid.cli;

/** Policy, keys or model cannot be used; the message says why. */
final class SetupException extends Exception {
  private static final long serialVersionUID = 1;

  SetupException(String message) {
    super(message);
  }
}
