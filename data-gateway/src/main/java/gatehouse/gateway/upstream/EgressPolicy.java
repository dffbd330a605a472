package gatehouse.gateway.upstream;

/** What happens to identifiers on the way to a public destination. */
public enum EgressPolicy {
  /** They become placeholders. */
  PUBLIC,
  /** Any finding blocks the call. */
  REFUSE
}
