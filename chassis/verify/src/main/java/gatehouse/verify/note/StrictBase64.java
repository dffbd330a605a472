package gatehouse.verify.note;

import java.util.Base64;

/** Base 64 of which each value has one spelling only, so that no character can change unseen. */
public final class StrictBase64 {

  private StrictBase64() {}

  /**
   * The bytes behind the text.
   *
   * @throws IllegalArgumentException if it is not how RFC 4648, section 4, would spell them
   */
  public static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    // The JDK's decoder forgives missing padding and stray bits in the last character.
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new IllegalArgumentException("not canonical Base 64");
    }
    return bytes;
  }
}
