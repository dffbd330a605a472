package gatehouse.consent.scope;

/** Tells of scopes. */
public interface ScopeEvents {

  /** The scope was defined, revised or closed; told within the present transaction. */
  void changed(Scope scope);
}
