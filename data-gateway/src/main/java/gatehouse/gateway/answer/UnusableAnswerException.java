package gatehouse.gateway.answer;

/** An upstream's answer is not what its protocol promises. The message never repeats it. */
public final class UnusableAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnusableAnswerException(String message) {
    super(message);
  }
}
