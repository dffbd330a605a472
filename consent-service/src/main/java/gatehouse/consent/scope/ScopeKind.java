package gatehouse.consent.scope;

/** What kind of agreement a scope asks for. */
public enum ScopeKind {
  /** An AI application may be used in this person's care. */
  AI_USE,
  /** The application's work on this person's data serves research. */
  RESEARCH
}
