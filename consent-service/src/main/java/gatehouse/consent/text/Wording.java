package gatehouse.consent.text;

import java.util.Objects;

/**
 * One text in the two languages of the hospital.
 *
 * @param zh Chinese, shown first
 * @param en English
 */
public record Wording(String zh, String en) {
  /**
   * Text that can be kept and rebuilt byte for byte, for the edges' own checks: no NUL, no half of
   * a surrogate pair.
   */
  public static final String CHARACTERS = "[^\\x00\\p{Cs}]*";

  public Wording {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }

  /** Whether a language is missing. */
  public boolean lacksLanguage() {
    return zh.isBlank() || en.isBlank();
  }
}
