package gatehouse.gateway.surrogate;

import java.util.regex.Pattern;

/**
 * A text that a pattern may look at so many times and no more: a pattern of a caller's may take
 * longer than the world lasts (leak case 35).
 */
final class PatientText implements CharSequence {
  private static final int MOST_LOOKS = 20_000;

  private final CharSequence text;
  private final int[] looks;

  private PatientText(CharSequence text, int[] looks) {
    this.text = text;
    this.looks = looks;
  }

  /** Whether the pattern is found before the patience ends. */
  static boolean find(Pattern pattern, String text) {
    try {
      return pattern.matcher(new PatientText(text, new int[1])).find();
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
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new PatientText(text.subSequence(start, end), looks);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
