package gatehouse.consent.withdrawal;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Applications;
import gatehouse.consent.fact.Atom;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Finds out how far a no reaches. In doubt it reaches further, never less far. */
@ApplicationScoped
public class FindReach {
  private final Scopes scopes;
  private final Applications applications;
  private final Clock clock;

  FindReach(Scopes scopes, Applications applications, Clock clock) {
    this.scopes = scopes;
    this.applications = applications;
    this.clock = clock;
  }

  /**
   * How far a no reaches.
   *
   * @param covers what it reaches
   * @param widened whether that is more than was named, because nobody knows what was named
   */
  public record Reach(Covers covers, boolean widened) {}

  /** One scope; whoever names one that does not exist is taken to mean everything. */
  public Reach scope(UUID scopeId) {
    return scopes
        .find(scopeId)
        .map(scope -> new Atom(scope.application(), scope.purpose()))
        .map(atom -> new Reach(new Covers.OneScope(scopeId, atom), false))
        .orElseGet(() -> new Reach(new Covers.Everything(), true));
  }

  /**
   * One application for every purpose. A name that neither admission-service's word nor any scope
   * knows is likely misspelt: whoever gives it is taken to mean all AI, since a no to a name that
   * nobody uses would be a no to nothing.
   */
  public Reach application(ApplicationCode application) {
    return isKnown(application)
        ? new Reach(new Covers.OneApplication(application), false)
        : new Reach(new Covers.AllAi(), true);
  }

  private boolean isKnown(ApplicationCode application) {
    return applications.knownAt(application, Instant.now(clock)).isPresent()
        || !scopes.of(application).isEmpty();
  }
}
