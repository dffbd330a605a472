package gatehouse.gateway.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licensed physician watches one application act on one patient.
 *
 * @param physicianRef who watches
 * @param lastBeatAt when the physician's screen was last heard
 * @param endedAt when it ended, by the physician or because the screen fell silent
 */
public record Supervision(
    UUID id,
    String application,
    String encounterRef,
    String physicianRef,
    Instant startedAt,
    Instant lastBeatAt,
    @Nullable Instant endedAt) {

  /** Whether somebody is watching: a screen that was not heard within the window is nobody. */
  public boolean isLive(Instant now, Duration window) {
    return endedAt == null && now.isBefore(lastBeatAt.plus(window));
  }

  Supervision heard(Instant at) {
    return new Supervision(id, application, encounterRef, physicianRef, startedAt, at, endedAt);
  }

  Supervision ended(Instant at) {
    return new Supervision(id, application, encounterRef, physicianRef, startedAt, lastBeatAt, at);
  }
}
