package gatehouse.consent.scope;

import gatehouse.clauses.Clause;
import gatehouse.consent.scope.ScopeResult.Changed;
import gatehouse.consent.scope.ScopeResult.Closed;
import gatehouse.consent.scope.ScopeResult.PurposeChanged;
import gatehouse.consent.scope.ScopeResult.PurposeForbidden;
import gatehouse.consent.scope.ScopeResult.Unchanged;
import gatehouse.consent.scope.ScopeResult.Unknown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Changes what people are asked, or stops asking. */
@ApplicationScoped
@Clause("E-42")
public class ReviseScope {
  private final Scopes scopes;
  private final ScopeEvents events;
  private final Clock clock;

  ReviseScope(Scopes scopes, ScopeEvents events, Clock clock) {
    this.scopes = scopes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Puts new terms in force. Where they are materially wider, nobody's older consent covers what is
   * new.
   *
   * @param endsOld whether the processing under the old terms stops existing
   */
  @Transactional
  public ScopeResult revise(UUID id, ScopeDraft draft, boolean endsOld) {
    Optional<Purpose> purpose = Purpose.permitted(draft.purpose());
    if (purpose.isEmpty()) {
      return new PurposeForbidden();
    }
    return scopes
        .locked(id)
        .map(scope -> revised(scope, draft.terms(purpose.get()), endsOld))
        .orElseGet(Unknown::new);
  }

  /** Closes the scope for good. */
  @Transactional
  public ScopeResult close(UUID id) {
    return scopes
        .locked(id)
        .map(scope ->
            scope.isClosed()
                ? new Closed()
                : changed(scope.closed(Instant.now(clock).truncatedTo(ChronoUnit.MICROS))))
        .orElseGet(Unknown::new);
  }

  private ScopeResult revised(Scope scope, ScopeTerms terms, boolean endsOld) {
    if (scope.isClosed()) {
      return new Closed();
    }
    if (scope.purpose() != terms.purpose()) {
      return new PurposeChanged();
    }
    if (scope.current().terms().equals(terms) && !endsOld) {
      return new Unchanged();
    }
    return changed(
        scope.revised(terms, endsOld, Instant.now(clock).truncatedTo(ChronoUnit.MICROS)));
  }

  private ScopeResult changed(Scope scope) {
    scopes.save(scope);
    events.changed(scope);
    return new Changed(scope);
  }
}
