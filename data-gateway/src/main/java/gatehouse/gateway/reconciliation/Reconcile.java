package gatehouse.gateway.reconciliation;

import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Holds releases, write-backs and waiting outputs against each other, once each night. */
@ApplicationScoped
@Clause("G-33")
public class Reconcile {
  private static final int MOST_OF_A_KIND = 10_000;

  private final Reconciliations reconciliations;
  private final ReconciliationEvents events;
  private final Clock clock;
  private final Patience patience;

  Reconcile(
      Reconciliations reconciliations,
      ReconciliationEvents events,
      Clock clock,
      Patience patience) {
    this.reconciliations = reconciliations;
    this.events = events;
    this.clock = clock;
    this.patience = patience;
  }

  /** What does not fit together now; keeps nothing. */
  @Transactional
  public Reconciliation look() {
    Instant now = clock.instant();
    return new Reconciliation(
        LocalDate.ofInstant(now, patience.zone()),
        now,
        reconciliations.find(
            now.minus(patience.grace()), now.minus(patience.shift()), MOST_OF_A_KIND));
  }

  /** Reconciles if it is time and nobody did today; safe to call from every replica. */
  @Transactional
  public Optional<Reconciliation> nightly() {
    ZonedDateTime now = clock.instant().atZone(patience.zone());
    if (now.toLocalTime().isBefore(patience.at())
        || reconciliations.of(now.toLocalDate()).isPresent()) {
      return Optional.empty();
    }
    Reconciliation found = look();
    if (!reconciliations.keep(found)) {
      return Optional.empty();
    }
    events.reconciled(found);
    return Optional.of(found);
  }

  /** How long to wait before something counts as missing, and when to look. */
  @ApplicationScoped
  static class Patience {
    private final Duration grace;
    private final Duration shift;
    private final LocalTime at;
    private final ZoneId zone;

    Patience(
        @ConfigProperty(name = "gatehouse.reconciliation.grace") Duration grace,
        @ConfigProperty(name = "gatehouse.reconciliation.shift") Duration shift,
        @ConfigProperty(name = "gatehouse.reconciliation.at") LocalTime at,
        @ConfigProperty(name = "gatehouse.reconciliation.zone") ZoneId zone) {
      this.grace = grace;
      this.shift = shift;
      this.at = at;
      this.zone = zone;
    }

    Duration grace() {
      return grace;
    }

    Duration shift() {
      return shift;
    }

    LocalTime at() {
      return at;
    }

    ZoneId zone() {
      return zone;
    }
  }
}
