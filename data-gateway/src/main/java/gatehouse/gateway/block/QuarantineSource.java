package gatehouse.gateway.block;

import gatehouse.clauses.Clause;
import gatehouse.gateway.block.Quarantines.Quarantine;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.permit.RunningPermits;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Shuts a source out and lets it in again. */
@ApplicationScoped
@Clause("G-44")
public class QuarantineSource implements RunningPermits.CallersRight {
  private final Quarantines quarantines;
  private final BlockEvents events;
  private final Pseudonyms pseudonyms;
  private final Ids ids;
  private final Clock clock;

  public QuarantineSource(
      Quarantines quarantines, BlockEvents events, Pseudonyms pseudonyms, Ids ids, Clock clock) {
    this.quarantines = quarantines;
    this.events = events;
    this.pseudonyms = pseudonyms;
    this.ids = ids;
    this.clock = clock;
  }

  /** Shuts out; a client that is out already stays so. */
  @Transactional
  public Quarantine begin(String client, Caller by) {
    return quarantines
        .lock(client)
        .orElseGet(() -> {
          Quarantine quarantine =
              new Quarantine(
                  ids.next(),
                  client,
                  pseudonyms.of("person", by.subject()).value(),
                  clock.instant(),
                  null);
          quarantines.begin(quarantine);
          events.quarantined(quarantine, by);
          return quarantine;
        });
  }

  /** Lets in again. Empty if the client is not out. */
  @Transactional
  public Optional<Quarantine> end(String client, Caller by) {
    return quarantines
        .lock(client)
        .map(quarantine -> {
          Quarantine ended =
              new Quarantine(
                  quarantine.id(),
                  client,
                  quarantine.byRef(),
                  quarantine.beganAt(),
                  clock.instant());
          quarantines.end(ended);
          events.quarantineEnded(ended, by);
          return ended;
        });
  }

  /** A source that is shut out hears nothing more of what it asked before. */
  @Override
  public Optional<Refusal> lost(Caller caller) {
    return holds(caller.client())
        ? Optional.of(Refusal.of(Refusal.Code.QUARANTINED))
        : Optional.empty();
  }

  /** Whether the client is out, as {@link Quarantines#holds} knows. */
  public boolean holds(String client) {
    return quarantines.holds(client);
  }
}
