package gatehouse.admission.pilot;

import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pilot under way or over. Whether it passed is computed from the endpoints of its plan, never
 * declared; the stop rule ends it as failed.
 *
 * @param used cases run so far, never above the cap (A7)
 * @param harms adverse findings so far
 */
public record Pilot(
    PilotPlan plan,
    PilotPhase phase,
    int used,
    int harms,
    SortedMap<String, BigDecimal> results,
    Instant startedAt) {

  /** FAILED and PASSED are final. */
  public enum PilotPhase {
    RUNNING,
    PASSED,
    FAILED
  }

  public Pilot {
    results = new TreeMap<>(results);
  }

  public static Pilot started(PilotPlan plan, Instant now) {
    return new Pilot(plan, PilotPhase.RUNNING, 0, 0, new TreeMap<>(), now);
  }

  /** Every reason why no case may be run there on that day; empty when one may. */
  @Clause("G-25")
  public List<Refusal> objections(String place, LocalDate day) {
    List<Refusal> reasons = new ArrayList<>();
    if (phase != PilotPhase.RUNNING) {
      reasons.add(Refusal.WRONG_STATE);
    }
    if (used >= plan.cap() || day.isAfter(plan.until())) {
      reasons.add(Refusal.PILOT_CAP);
    }
    if (!plan.places().contains(place)) {
      reasons.add(Refusal.PLACE_NOT_ALLOWED);
    }
    return reasons;
  }

  /** Books one case; the stop rule may end the pilot with it. */
  @Clause("G-25")
  public Outcome<Pilot> ran(String place, boolean harmful, LocalDate day) {
    List<Refusal> reasons = objections(place, day);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused<>(reasons);
    }
    int harmsNow = harmful ? harms + 1 : harms;
    PilotPhase next = harmsNow >= plan.stopAfterHarms() ? PilotPhase.FAILED : PilotPhase.RUNNING;
    return Outcome.done(new Pilot(plan, next, used + 1, harmsNow, results, startedAt));
  }

  /** Ends the pilot: passed when every endpoint is kept and at least one case was run. */
  @Clause("G-25")
  public Outcome<Pilot> finished(Map<String, BigDecimal> measures) {
    if (phase != PilotPhase.RUNNING) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    if (used == 0) {
      return Outcome.refused(Refusal.PILOT_WITHOUT_CASES);
    }
    boolean kept = plan.endpoints().stream().allMatch(endpoint -> endpoint.keptBy(measures));
    PilotPhase end = kept ? PilotPhase.PASSED : PilotPhase.FAILED;
    return Outcome.done(new Pilot(plan, end, used, harms, new TreeMap<>(measures), startedAt));
  }

  /** Its content for hashing. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("pilot " + plan.environment() + " " + plan.digest() + " " + plan.places());
    lines.add("pilot " + phase + " " + used + "/" + plan.cap() + " " + harms);
    plan.endpoints().forEach(endpoint -> lines.add("endpoint " + endpoint));
    results.forEach((metric, value) -> lines.add("result " + metric + "=" + value.toPlainString()));
    return lines;
  }
}
