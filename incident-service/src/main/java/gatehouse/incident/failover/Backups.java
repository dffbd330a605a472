package gatehouse.incident.failover;

/** Tells whether a backup application can take over now. */
public interface Backups {
  /** Known, ACTIVE and covered by no unlifted stop; unknown is not usable. */
  boolean usable(String application);
}
