package gatehouse.gateway.release;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to write one text into one place, once.
 *
 * @param contentDigest of the text that a physician took
 * @param physicianRef whose decision it rests on
 * @param encounterRef where it may be written
 * @param spentAt when it was used; null as long as it was not
 * @param voidedAt when a newer token took its place
 */
public record ReleaseToken(
    UUID id,
    UUID output,
    String contentDigest,
    String physicianRef,
    String encounterRef,
    Target target,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant spentAt,
    @Nullable Instant voidedAt) {

  /** Where the text shall go. */
  public enum Target {
    /** The medical record, under its label. */
    RECORD,
    /** The conclusion of a report: takes a statement of the physician's own (G-30). */
    REPORT_CONCLUSION,
    /** A channel that the patient reads: the same. */
    PATIENT
  }

  ReleaseToken spent(Instant at) {
    return new ReleaseToken(
        id,
        output,
        contentDigest,
        physicianRef,
        encounterRef,
        target,
        issuedAt,
        expiresAt,
        at,
        voidedAt);
  }

  /** Whether it can still be spent. */
  boolean isOpen(Instant now) {
    return spentAt == null && voidedAt == null && now.isBefore(expiresAt);
  }
}
