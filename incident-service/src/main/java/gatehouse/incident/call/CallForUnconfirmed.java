package gatehouse.incident.call;

import gatehouse.clauses.Clause;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks for stops that are in force and not confirmed, and calls for each down the call tree. */
@ApplicationScoped
@Clause("G-51")
public class CallForUnconfirmed {
  private final Stops stops;
  private final Calls calls;
  private final CallEvents events;
  private final CallTree tree;
  private final Clock clock;

  CallForUnconfirmed(Stops stops, Calls calls, CallEvents events, CallTree tree, Clock clock) {
    this.stops = stops;
    this.calls = calls;
    this.events = events;
    this.tree = tree;
    this.clock = clock;
  }

  /**
   * Calls everybody whose turn has come, each once for each stop.
   *
   * @return how many were called
   */
  @Transactional
  public int call() {
    Instant now = clock.instant();
    int called = 0;
    for (Stop stop : open()) {
      Optional<Missing> missing = calls.missing(stop);
      if (missing.isPresent()) {
        called += call(stop, missing.get(), now);
      }
    }
    return called;
  }

  /** Those in force that are not confirmed, whether there is still time or not. */
  private List<Stop> open() {
    long confirmed = calls.confirmedUpTo();
    return stops.unlifted().stream().filter(stop -> stop.epoch() > confirmed).toList();
  }

  private int call(Stop stop, Missing missing, Instant now) {
    int called = 0;
    List<String> due = tree.due(missing.since(), now);
    for (int i = 0; i < due.size(); i++) {
      Call call = new Call(stop.id(), stop.epoch(), i + 1, due.get(i), now, missing.gateways());
      if (calls.add(call)) {
        events.called(call);
        called++;
      }
    }
    return called;
  }

  /** How many stops are in force and not confirmed. */
  @Transactional
  public long unconfirmed() {
    return open().stream().filter(stop -> calls.missing(stop).isPresent()).count();
  }
}
