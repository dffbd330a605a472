package gatehouse.gateway.surrogate;

import gatehouse.gateway.decoding.Deadline;
import java.util.regex.Pattern;

/**
 * A text that a pattern may look at so many times and no more, and not after the deadline of the
 * call: a pattern of a caller's may take longer than the world lasts (leak case 35). {@link
 * Halting} sees to it that a pattern does look.
 */
final class PatientText implements CharSequence {
  private static final int MOST_LOOKS = 20_000;

  private final CharSequence text;
  private final int[] looks;
  private final Deadline deadline;

  private PatientText(CharSequence text, int[] looks, Deadline deadline) {
    this.text = text;
    this.looks = looks;
    this.deadline = deadline;
  }

  /**
   * Whether the pattern is found before the patience ends.
   *
   * @throws Deadline.Passed if the whole call is late
   */
  static boolean find(Pattern pattern, String text, Deadline deadline) {
    deadline.check();
    try {
      return pattern.matcher(new PatientText(text, new int[1], deadline)).find();
    } catch (EndedException | StackOverflowError _) {
      return false;
    }
  }

  private static final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public char charAt(int index) {
    if (++looks[0] > MOST_LOOKS) {
      throw new EndedException();
    }
    deadline.step();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new PatientText(text.subSequence(start, end), looks, deadline);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
