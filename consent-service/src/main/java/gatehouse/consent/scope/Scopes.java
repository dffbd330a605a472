package gatehouse.consent.scope;

import gatehouse.consent.application.ApplicationCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The scopes of this hospital. */
public interface Scopes {

  /** Adds a new one. */
  void add(Scope scope);

  /** Writes what changed of one that was {@linkplain #locked locked}. */
  void save(Scope scope);

  /** The scope. */
  Optional<Scope> find(UUID id);

  /** The scope, held against other changes until the transaction ends. */
  Optional<Scope> locked(UUID id);

  /** Makes others who define a scope for the application wait until the transaction ends. */
  void lock(ApplicationCode application);

  /** All scopes of an application, open ones and closed ones, oldest first. */
  List<Scope> of(ApplicationCode application);
}
