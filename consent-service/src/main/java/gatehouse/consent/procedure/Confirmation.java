package gatehouse.consent.procedure;

import java.time.Instant;

/**
 * That the person was told.
 *
 * @param textDigest SHA-256 of what they were told, hexadecimal
 */
public record Confirmation(ConfirmationChannel channel, String textDigest, Instant at) {

  /** How the person was told. */
  public enum ConfirmationChannel {
    IN_PERSON,
    PHONE,
    LETTER,
    MESSAGE,
    PATIENT_PAGE
  }
}
