package gatehouse.admission.filing;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.filing.FilingState.Open;
import gatehouse.admission.person.Person;
import gatehouse.admission.pilot.Environment;
import gatehouse.admission.pilot.Pilot;
import gatehouse.admission.pilot.PilotPlan;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One filing of a LOW application: three checks by three different signers, and a light pilot that
 * supplies what the stability check looks at. Immutable.
 */
public record Filing(
    FilingId id,
    ApplicationId application,
    String code,
    String digest,
    String requestedBy,
    Map<Check.Kind, Check> checks,
    @Nullable Pilot pilot,
    FilingState state,
    long revision) {

  /** A filing after a step, and what happened in it. */
  public record Change(Filing filing, List<FilingEvent> events) {
    public Change {
      events = List.copyOf(events);
    }
  }

  public Filing {
    checks = Map.copyOf(checks);
  }

  /** Starts the light pilot; it is always simulated. */
  @Clause("G-25")
  public Outcome<Change> pilotStarted(PilotPlan plan, Instant now, LocalDate day) {
    if (!(state instanceof Open) || pilot != null) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    if (plan.environment() != Environment.SIMULATED) {
      return Outcome.refused(Refusal.PILOT_ENTRY_ROUND_MISSING);
    }
    if (!plan.digest().equals(digest)) {
      return Outcome.refused(Refusal.PILOT_OTHER_VERSION);
    }
    if (day.isAfter(plan.until())) {
      return Outcome.refused(Refusal.DEADLINE_PAST);
    }
    Pilot started = Pilot.started(plan, now);
    return Outcome.done(
        changed(checks, started, state, List.of(new FilingEvent.PilotStarted(started))));
  }

  /** Books one case of the pilot. */
  @Clause("G-25")
  public Outcome<Change> pilotRan(String place, boolean harmful, LocalDate day) {
    if (!(state instanceof Open open) || pilot == null) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    return pilot
        .ran(place, harmful, day)
        .map(after -> piloted(open, after, new FilingEvent.PilotCaseRecorded(after)));
  }

  /** Ends the pilot on the measures of its endpoints. */
  @Clause("G-25")
  public Outcome<Change> pilotFinished(Map<String, BigDecimal> measures) {
    if (!(state instanceof Open open) || pilot == null) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    return pilot
        .finished(measures)
        .map(after -> piloted(open, after, new FilingEvent.PilotFinished(after)));
  }

  private Change piloted(Open open, Pilot after, FilingEvent event) {
    return after.phase() == Pilot.PilotPhase.FAILED
        ? changed(checks, after, open.refused(), List.of(event, new FilingEvent.FilingRefused()))
        : changed(checks, after, open, List.of(event));
  }

  /** Signs one of the three checks; the third pass files. */
  @Clause({"G-15", "G-16"})
  public Outcome<Change> signed(Check check, Person signer, Supplier<String> number) {
    List<Refusal> reasons = objections(check, signer);
    if (!reasons.isEmpty() || !(state instanceof Open open)) {
      return new Outcome.Refused<>(reasons);
    }
    Map<Check.Kind, Check> more = new EnumMap<>(Check.Kind.class);
    more.putAll(checks);
    more.put(check.kind(), check);
    FilingEvent signed = new FilingEvent.CheckSigned(check);
    return Outcome.done(
        switch (check.verdict()) {
          case FAIL ->
              changed(
                  more, pilot, open.refused(), List.of(signed, new FilingEvent.FilingRefused()));
          case DOUBT ->
              changed(
                  more, pilot, open.doubted(), List.of(signed, new FilingEvent.FilingDoubted()));
          case PASS -> passed(open, more, signed, number);
        });
  }

  private Change passed(
      Open open, Map<Check.Kind, Check> more, FilingEvent signed, Supplier<String> number) {
    if (more.size() < Check.Kind.values().length) {
      return changed(more, pilot, open, List.of(signed));
    }
    String given = number.get();
    return changed(
        more, pilot, open.filed(given), List.of(signed, new FilingEvent.FilingCompleted(given)));
  }

  private List<Refusal> objections(Check check, Person signer) {
    if (!(state instanceof Open)) {
      return List.of(Refusal.WRONG_STATE);
    }
    if (!signer.holdsAny(check.kind().signers())) {
      return List.of(Refusal.SIGNER_ROLE_MISSING);
    }
    if (signer.subject().equals(requestedBy)) {
      return List.of(Refusal.SIGNER_IS_REQUESTER);
    }
    if (checks.containsKey(check.kind())) {
      return List.of(Refusal.CHECK_SIGNED);
    }
    if (checks.values().stream().anyMatch(other -> other.signer().equals(signer.subject()))) {
      return List.of(Refusal.SAME_SIGNER);
    }
    if (check.verdict() != Check.Verdict.PASS) {
      return check.reason() == null || check.reason().isBlank()
          ? List.of(Refusal.REASON_MISSING)
          : List.of();
    }
    boolean unpiloted = pilot == null || pilot.phase() != Pilot.PilotPhase.PASSED;
    return check.kind() == Check.Kind.STABILITY && unpiloted
        ? List.of(Refusal.PILOT_MISSING)
        : List.of();
  }

  /** Ends an open filing because a seat raised the tier. */
  public Outcome<Change> superseded() {
    return state instanceof Open open
        ? Outcome.done(
            changed(checks, pilot, open.superseded(), List.of(new FilingEvent.FilingSuperseded())))
        : Outcome.refused(Refusal.WRONG_STATE);
  }

  private Change changed(
      Map<Check.Kind, Check> nextChecks,
      @Nullable Pilot nextPilot,
      FilingState next,
      List<FilingEvent> events) {
    return new Change(
        new Filing(
            id, application, code, digest, requestedBy, nextChecks, nextPilot, next, revision + 1),
        events);
  }
}
