package gatehouse.incident.application;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application as admission-service last published it.
 *
 * @param id admission's id
 * @param code what people and the gateway call it
 * @param status such as {@code ACTIVE}; words of admission-service
 * @param tier null when not decided; whoever asks takes null for {@link Tier#HIGH}
 * @param digest digest of the admitted version, or null
 * @param product product code
 * @param vendor vendor code
 * @param department department code
 * @param failover what takes over
 * @param version admission's version of the application; older news never overwrites newer
 */
public record KnownApplication(
    String id,
    String code,
    String status,
    @Nullable Tier tier,
    @Nullable String digest,
    @Nullable String product,
    @Nullable String vendor,
    @Nullable String department,
    FailoverPlan failover,
    long version) {
  private static final Set<String> NEVER_RUNNING =
      Set.of("DRAFT", "PROHIBITED", "INACTIVE", "RETIRED");

  public KnownApplication {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(failover, "failover");
  }

  public boolean isActive() {
    return "ACTIVE".equals(status);
  }

  /** Whether the gateway could let it run once no stop covers it; an unknown status may. */
  public boolean mayRunAgain() {
    return !NEVER_RUNNING.contains(status);
  }

  /** Whether it must be treated as HIGH: it is, or nobody has told. */
  public boolean isHighOrUnknown() {
    return tier == null || tier == Tier.HIGH;
  }
}
