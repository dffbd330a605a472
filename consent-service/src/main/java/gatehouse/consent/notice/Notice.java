package gatehouse.consent.notice;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Tier;
import gatehouse.consent.text.TextDigest;
import gatehouse.consent.text.Wording;
import java.time.Instant;
import java.util.UUID;

/**
 * A version of the notice of one application.
 *
 * @param id identity
 * @param application the application
 * @param tier LOW for a pop-up, MEDIUM for a paragraph
 * @param version 1 for the application's first
 * @param wording what people read
 * @param digest of {@link #canonical}
 * @param publishedAt when it became the one to show
 */
public record Notice(
    UUID id,
    ApplicationCode application,
    Tier tier,
    int version,
    Wording wording,
    TextDigest digest,
    Instant publishedAt) {

  /** The bytes that are kept: both languages with a line between them. */
  public static String canonical(Wording wording) {
    return wording.zh() + "\n---\n" + wording.en() + "\n";
  }
}
