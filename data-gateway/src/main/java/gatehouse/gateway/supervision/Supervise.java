package gatehouse.gateway.supervision;

import gatehouse.clauses.Clause;
import gatehouse.gateway.physician.Physicians.Physician;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A physician begins to watch, goes on, and ends. */
@ApplicationScoped
@Clause("G-31")
public class Supervise {
  private final Supervisions supervisions;
  private final SupervisionEvents events;
  private final Ids ids;
  private final Clock clock;
  private final Duration window;

  public Supervise(
      Supervisions supervisions,
      SupervisionEvents events,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "gatehouse.supervision.heartbeat") Duration window) {
    this.supervisions = supervisions;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
    this.window = window;
  }

  /** Begins. */
  @Transactional
  public Supervision start(Physician physician, String application, String encounterRef) {
    Instant now = clock.instant();
    Supervision supervision =
        new Supervision(ids.next(), application, encounterRef, physician.ref(), now, now, null);
    supervisions.add(supervision);
    events.started(supervision, physician.caller());
    return supervision;
  }

  /**
   * Still here. Empty if it is not this physician's, has ended, or was silent for too long: nobody
   * watched in between, so that a new one must begin.
   */
  @Transactional
  public Optional<Supervision> beat(Physician physician, UUID id) {
    return own(physician, id)
        .map(supervision -> {
          Supervision heard = supervision.heard(clock.instant());
          supervisions.save(heard);
          return heard;
        });
  }

  /** Ends; the device's next question is denied. */
  @Transactional
  public Optional<Supervision> end(Physician physician, UUID id) {
    return own(physician, id)
        .map(supervision -> {
          Supervision ended = supervision.ended(clock.instant());
          supervisions.save(ended);
          events.ended(ended, physician.caller());
          return ended;
        });
  }

  private Optional<Supervision> own(Physician physician, UUID id) {
    return supervisions
        .lock(id)
        .filter(it -> it.physicianRef().equals(physician.ref()))
        .filter(it -> it.isLive(clock.instant(), window));
  }
}
