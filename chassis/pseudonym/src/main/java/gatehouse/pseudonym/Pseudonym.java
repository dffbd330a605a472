package gatehouse.pseudonym;

/**
 * A reference to a person without the person: {@code <key id>.<base64url of HMAC-SHA-256>}.
 *
 * <p>Safe in events, logs and URLs. The key id tells which key made it, so that a rotated key does
 * not silently turn one person into two.
 *
 * @param value the textual form, 45 to 76 characters
 */
public record Pseudonym(String value) {
  private static final int LONGEST_KEY = 32;
  private static final int MAC = 43;

  /**
   * Takes over a pseudonym that was made elsewhere.
   *
   * @throws IllegalArgumentException when the text does not have the form of a pseudonym; the
   *     message does not repeat the text, which may be somebody's real number
   */
  public Pseudonym {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a pseudonym: expected <key id>.<43 characters>");
    }
  }

  /** Tells whether the text has the form of a pseudonym; never throws. */
  public static boolean isWellFormed(String text) {
    // Each call makes several of them; a regular expression would cost as much as the MAC itself.
    int dot = text.length() - MAC - 1;
    if (dot < 1 || dot > LONGEST_KEY || text.charAt(dot) != '.') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i != dot && !(i < dot ? isOfKey(c) : isOfMac(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfKey(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isOfMac(char c) {
    return isOfKey(c) || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  }

  @Override
  public String toString() {
    return value;
  }
}
