package gatehouse.consent.scope;

import java.util.UUID;

/** What came of a wish to define or change a scope. */
public sealed interface ScopeResult {

  /** It is done. */
  record Changed(Scope scope) implements ScopeResult {}

  /** There is an open scope for this application and purpose already. */
  record AlreadyOpen(UUID scopeId) implements ScopeResult {}

  /** The purpose is not one that data may serve. */
  record PurposeForbidden() implements ScopeResult {}

  /** A purpose never changes: another purpose is another scope. */
  record PurposeChanged() implements ScopeResult {}

  /** The terms are the same as before. */
  record Unchanged() implements ScopeResult {}

  /** The scope is closed. */
  record Closed() implements ScopeResult {}

  /** There is no such scope. */
  record Unknown() implements ScopeResult {}
}
