package gatehouse.consent.fact;

import gatehouse.consent.subject.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing a person said or was told.
 *
 * @param id identity
 * @param subject the person
 * @param covers how far it reaches
 * @param said what
 * @param signedAt when it was said: this decides which of two is newer
 * @param recordedAt when this service learned of it: this decides what was known
 */
public record Fact(
    UUID id, SubjectRef subject, Covers covers, Said said, Instant signedAt, Instant recordedAt) {

  /** Whether it had been said at the first time and was known at the second. */
  public boolean holds(Instant at, Instant knownAt) {
    return !signedAt.isAfter(at) && !recordedAt.isAfter(knownAt);
  }
}
