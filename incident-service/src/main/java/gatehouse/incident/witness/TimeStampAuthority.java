package gatehouse.incident.witness;

/** Says when something was there, with a signature that others believe (RFC 3161). */
public interface TimeStampAuthority {
  /** Whether one is configured. */
  boolean isConfigured();

  /**
   * A stamp of this checkpoint, checked against the authority's certificate.
   *
   * @throws IllegalStateException if none was got, or what came is not what was asked for
   */
  Stamp stamp(KeptCheckpoint checkpoint);
}
