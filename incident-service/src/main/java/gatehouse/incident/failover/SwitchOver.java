package gatehouse.incident.failover;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.FailoverPlan.Mode;
import gatehouse.incident.duty.Act;
import gatehouse.incident.failover.FailoverResult.BackupNotUsable;
import gatehouse.incident.failover.FailoverResult.Done;
import gatehouse.incident.failover.FailoverResult.UnknownRun;
import gatehouse.incident.failover.FailoverResult.WrongState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Records that the backup, or people, have really taken over. */
@ApplicationScoped
public class SwitchOver {
  private final FailoverRuns runs;
  private final FailoverEvents events;
  private final Backups backups;

  public SwitchOver(FailoverRuns runs, FailoverEvents events, Backups backups) {
    this.runs = runs;
    this.events = events;
    this.backups = backups;
  }

  /** The backup works now. Checked again: it may have been stopped since the plan was made. */
  @Transactional
  @Clause("G-52")
  public FailoverResult toBackup(FailoverRun.Id id, Act act) {
    FailoverRun run = runs.lock(id).orElse(null);
    if (run == null) {
      return new UnknownRun();
    }
    FailoverState next =
        switch (run.state()) {
          case FailoverState.Triggered state -> state.toBackup();
          case FailoverState.Manual state -> state.toBackup();
          case FailoverState.Switched _,
              FailoverState.EncountersHandled _,
              FailoverState.Closed _ ->
              null;
        };
    if (next != null && !everyBackupIsUsable(run)) {
      return new BackupNotUsable();
    }
    return move(run, next, act);
  }

  /** People work without AI now. */
  @Transactional
  @Clause("G-53")
  public FailoverResult toManual(FailoverRun.Id id, Act act) {
    FailoverRun run = runs.lock(id).orElse(null);
    if (run == null) {
      return new UnknownRun();
    }
    FailoverState next =
        switch (run.state()) {
          case FailoverState.Triggered state -> state.toManual();
          case FailoverState.Switched state -> state.toManual();
          case FailoverState.Manual _, FailoverState.EncountersHandled _, FailoverState.Closed _ ->
              null;
        };
    return move(run, next, act);
  }

  private boolean everyBackupIsUsable(FailoverRun run) {
    return run.plannedMode() == Mode.BACKUP
        && run.routes().stream()
            .map(Route::backup)
            .allMatch(backup -> backup != null && backups.usable(backup));
  }

  private FailoverResult move(FailoverRun run, @Nullable FailoverState next, Act act) {
    if (next == null) {
      return new WrongState(run.state().name());
    }
    FailoverRun moved = run.moved(next);
    runs.save(moved);
    events.append(new FailoverEvent.Switched(moved), act);
    return new Done(moved);
  }
}
