package gatehouse.consent.notice;

import gatehouse.consent.subject.SubjectRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person saw or got a notice.
 *
 * @param id identity
 * @param notice which
 * @param subject the person
 * @param kind what happened
 * @param encounter in which encounter, or null
 * @param language in which language it was shown, {@code zh} or {@code en}
 * @param at when
 */
public record Receipt(
    UUID id,
    Notice notice,
    SubjectRef subject,
    Kind kind,
    @Nullable String encounter,
    String language,
    Instant at) {

  /** What happened with a notice. */
  public enum Kind {
    /** The pop-up was on the screen. */
    SHOWN,
    /** The paragraph was handed over. */
    GIVEN,
    /** The person said yes to it, which also ends an older no at the tiers of notices. */
    ACCEPTED
  }
}
