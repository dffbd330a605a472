package gatehouse.consent.notice;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.text.TextDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports of a notice and a person.
 *
 * @param application whose notice
 * @param digest of the text that was shown
 * @param subject the person
 * @param encounter in which encounter, or null
 * @param language {@code zh} or {@code en}
 * @param at when, or null for now
 */
public record Reading(
    ApplicationCode application,
    TextDigest digest,
    SubjectRef subject,
    @Nullable String encounter,
    String language,
    @Nullable Instant at) {}
