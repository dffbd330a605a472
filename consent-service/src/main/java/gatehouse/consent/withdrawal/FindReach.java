package gatehouse.consent.withdrawal;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.fact.Atom;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds out how far a no reaches. In doubt it reaches further, never less far. */
@ApplicationScoped
public class FindReach {
  private final Scopes scopes;

  FindReach(Scopes scopes) {
    this.scopes = scopes;
  }

  /** One scope; whoever names one that does not exist is taken to mean everything. */
  public Covers scope(UUID scopeId) {
    return scopes
        .find(scopeId)
        .<Covers>map(
            scope -> new Covers.OneScope(scopeId, new Atom(scope.application(), scope.purpose())))
        .orElseGet(Covers.Everything::new);
  }

  /** One application for every purpose, whether it exists or not. */
  public Covers application(ApplicationCode application) {
    return new Covers.OneApplication(application);
  }
}
