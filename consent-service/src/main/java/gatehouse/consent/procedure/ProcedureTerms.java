package gatehouse.consent.procedure;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the hospital has set: who does which step until when, and which systems hold data. */
@Singleton
public class ProcedureTerms {
  private final Map<Step, String> owners = new EnumMap<>(Step.class);
  private final Map<Step, Duration> deadlines = new EnumMap<>(Step.class);
  private final Map<String, String> holders;
  private final Duration again;
  private final ZoneId zone;

  /**
   * Reads what is set.
   *
   * @param owner a role for each step, in lower case
   * @param deadline a time for each step, from the end of the one before
   * @param holders each registered system that holds data, and the role of its machine
   * @param again what is still not done so long after its time is told once more
   * @param zone the hospital's day, in what people are told
   * @throws IllegalArgumentException if a step has no owner or no time
   */
  public ProcedureTerms(
      @ConfigProperty(name = "consent.procedure.owner") Map<String, String> owner,
      @ConfigProperty(name = "consent.procedure.deadline") Map<String, String> deadline,
      @ConfigProperty(name = "consent.procedure.holders") Map<String, String> holders,
      @ConfigProperty(name = "consent.procedure.again") Duration again,
      @ConfigProperty(name = "consent.procedure.zone") ZoneId zone) {
    for (Step step : Step.values()) {
      String key = step.name().toLowerCase(Locale.ROOT);
      owners.put(step, set(owner.get(key), "consent.procedure.owner." + key));
      deadlines.put(
          step, Duration.parse(set(deadline.get(key), "consent.procedure.deadline." + key)));
    }
    this.holders = Map.copyOf(holders);
    this.again = again;
    this.zone = zone;
  }

  private static String set(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set; every step needs one");
    }
    return value.strip();
  }

  /** Each registered holder of data, and the role of the machine that speaks for it. */
  public Map<String, String> holders() {
    return holders;
  }

  /** The hospital's day, in what people are told. */
  public ZoneId zone() {
    return zone;
  }

  /** The role that is to do the step. */
  public String owner(Step step) {
    return Objects.requireNonNull(owners.get(step));
  }

  /** When what was due then is told as overdue for this time; the first time at once. */
  Instant escalatesAt(Instant dueAt, int round) {
    return dueAt.plus(again.multipliedBy(round - 1L));
  }

  /** By when what waits is to be done. */
  public Instant dueAt(Standing.At at) {
    return at.since().plus(Objects.requireNonNull(deadlines.get(at.step())));
  }
}
