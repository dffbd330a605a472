package gatehouse.consent.scope;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.scope.ScopeResult.AlreadyOpen;
import gatehouse.consent.scope.ScopeResult.Changed;
import gatehouse.consent.scope.ScopeResult.PurposeForbidden;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Defines what people will be asked for an application. */
@ApplicationScoped
@Clause("E-24")
public class DefineScope {
  private final Scopes scopes;
  private final ScopeEvents events;
  private final Ids ids;
  private final Clock clock;

  DefineScope(Scopes scopes, ScopeEvents events, Ids ids, Clock clock) {
    this.scopes = scopes;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Defines the scope; in force at once. The purpose decides its kind. */
  @Transactional
  public ScopeResult define(ApplicationCode application, @Nullable String study, ScopeDraft draft) {
    Optional<Purpose> purpose = Purpose.permitted(draft.purpose());
    if (purpose.isEmpty()) {
      return new PurposeForbidden();
    }
    scopes.lock(application);
    Optional<Scope> open =
        scopes.of(application).stream()
            .filter(scope -> !scope.isClosed() && scope.purpose() == purpose.get())
            .findFirst();
    if (open.isPresent()) {
      return new AlreadyOpen(open.get().id());
    }
    ScopeKind kind = purpose.get() == Purpose.RESEARCH ? ScopeKind.RESEARCH : ScopeKind.AI_USE;
    Scope scope =
        Scope.first(
            ids.next(),
            kind,
            application,
            study,
            draft.terms(purpose.get()),
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    scopes.add(scope);
    events.changed(scope);
    return new Changed(scope);
  }
}
