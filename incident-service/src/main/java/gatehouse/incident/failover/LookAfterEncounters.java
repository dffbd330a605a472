package gatehouse.incident.failover;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.failover.FailoverResult.Done;
import gatehouse.incident.failover.FailoverResult.EncountersOpen;
import gatehouse.incident.failover.FailoverResult.UnknownEncounter;
import gatehouse.incident.failover.FailoverResult.UnknownRun;
import gatehouse.incident.failover.FailoverResult.WrongState;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Keeps the list of patients whom the stop caught in the middle of something. */
@ApplicationScoped
@Clause("G-54")
public class LookAfterEncounters {
  private final FailoverRuns runs;
  private final FailoverEvents events;
  private final Ids ids;

  public LookAfterEncounters(FailoverRuns runs, FailoverEvents events, Ids ids) {
    this.runs = runs;
    this.events = events;
    this.ids = ids;
  }

  /** Puts an encounter on the list, until somebody has said that the list is complete. */
  @Transactional
  public FailoverResult register(FailoverRun.Id id, String reference, Act act) {
    FailoverRun run = runs.lock(id).orElse(null);
    if (run == null) {
      return new UnknownRun();
    }
    if (!takesEncounters(run.state())) {
      return new WrongState(run.state().name());
    }
    Encounter encounter = new Encounter(ids.next(), reference, null);
    FailoverRun changed = run.withEncounter(encounter);
    runs.save(changed);
    events.append(new FailoverEvent.EncounterRegistered(changed, encounter), act);
    return new Done(changed);
  }

  /** A person closes one encounter. Closing it a second time changes nothing. */
  @Transactional
  public FailoverResult handle(
      FailoverRun.Id id, UUID encounterId, Encounter.EncounterOutcome outcome, Act act) {
    FailoverRun run = runs.lock(id).orElse(null);
    if (run == null) {
      return new UnknownRun();
    }
    Encounter encounter =
        run.encounters().stream().filter(e -> e.id().equals(encounterId)).findFirst().orElse(null);
    if (encounter == null) {
      return new UnknownEncounter();
    }
    if (!encounter.isOpen()) {
      return new Done(run);
    }
    Encounter.Handling handling = new Encounter.Handling(outcome, act.signature());
    FailoverRun changed = run.handled(encounterId, handling);
    runs.save(changed);
    Encounter closed = new Encounter(encounterId, encounter.reference(), handling);
    events.append(new FailoverEvent.EncounterHandled(changed, closed), act);
    return new Done(changed);
  }

  /** Somebody says that the list is complete; refused while one of its encounters is open. */
  @Transactional
  public FailoverResult allHandled(FailoverRun.Id id, Act act) {
    FailoverRun run = runs.lock(id).orElse(null);
    if (run == null) {
      return new UnknownRun();
    }
    FailoverState next =
        switch (run.state()) {
          case FailoverState.Switched state -> state.allHandled();
          case FailoverState.Manual state -> state.allHandled();
          case FailoverState.Triggered _,
              FailoverState.EncountersHandled _,
              FailoverState.Closed _ ->
              null;
        };
    if (next == null) {
      return new WrongState(run.state().name());
    }
    if (run.openEncounters() > 0) {
      return new EncountersOpen(run.openEncounters());
    }
    FailoverRun moved = run.moved(next);
    runs.save(moved);
    events.append(new FailoverEvent.EncountersHandled(moved), act);
    return new Done(moved);
  }

  /** Ends the run. */
  @Transactional
  public FailoverResult close(FailoverRun.Id id, Act act) {
    FailoverRun run = runs.lock(id).orElse(null);
    if (run == null) {
      return new UnknownRun();
    }
    if (!(run.state() instanceof FailoverState.EncountersHandled state)) {
      return new WrongState(run.state().name());
    }
    FailoverRun moved = run.moved(state.close());
    runs.save(moved);
    events.append(new FailoverEvent.Closed(moved), act);
    return new Done(moved);
  }

  private static boolean takesEncounters(FailoverState state) {
    return switch (state) {
      case FailoverState.Triggered _, FailoverState.Switched _, FailoverState.Manual _ -> true;
      case FailoverState.EncountersHandled _, FailoverState.Closed _ -> false;
    };
  }
}
