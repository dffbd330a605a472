package gatehouse.consent.text;

import java.util.Objects;

/**
 * One text in the two languages of the hospital.
 *
 * @param zh Chinese, shown first
 * @param en English
 */
public record Wording(String zh, String en) {

  public Wording {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }

  /** Whether a language is missing. */
  public boolean lacksLanguage() {
    return zh.isBlank() || en.isBlank();
  }
}
