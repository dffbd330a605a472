package gatehouse.incident.failover;

import gatehouse.incident.duty.Signature;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient's encounter that was in flight when the AI stopped.
 *
 * @param id ours, safe in URLs
 * @param reference the hospital's encounter number; never leaves this service's database but to
 *     those who look after the encounter
 * @param handling how a person closed it, or null while it is open
 */
public record Encounter(UUID id, String reference, @Nullable Handling handling) {
  public Encounter {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reference, "reference");
  }

  public boolean isOpen() {
    return handling == null;
  }

  /** How an encounter went on without the stopped application. */
  public enum EncounterOutcome {
    HANDLED_MANUALLY,
    HANDLED_BY_BACKUP,
    AI_NOT_NEEDED
  }

  /** Who closed it and how. */
  public record Handling(EncounterOutcome outcome, Signature by) {}
}
