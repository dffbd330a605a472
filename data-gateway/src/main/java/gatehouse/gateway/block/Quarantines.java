package gatehouse.gateway.block;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sources that may not call for the time being. */
public interface Quarantines {
  void begin(Quarantine quarantine);

  /** The one in force for this client, locked until the transaction ends. */
  Optional<Quarantine> lock(String client);

  void end(Quarantine quarantine);

  /**
   * Whether the client is out: remembered for a moment, as {@link gatehouse.gateway.recent} does.
   *
   * @throws RuntimeException if nobody knows
   */
  boolean holds(String client);

  /** Those in force. */
  List<Quarantine> inForce();

  /**
   * A client is shut out.
   *
   * @param byRef reference of the person who did it
   * @param endedAt null as long as it is in force
   */
  record Quarantine(
      UUID id, String client, String byRef, Instant beganAt, @Nullable Instant endedAt) {}
}
