package gatehouse.incident.incident;

import gatehouse.incident.duty.Act;
import gatehouse.incident.incident.IncidentResult.Done;
import gatehouse.incident.incident.IncidentResult.Unknown;
import gatehouse.incident.incident.IncidentResult.WrongState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes an incident from investigation to what others can learn from it, and back if need be. */
@ApplicationScoped
public class FollowUpIncident {
  private final Incidents incidents;
  private final IncidentEvents events;

  public FollowUpIncident(Incidents incidents, IncidentEvents events) {
    this.incidents = incidents;
    this.events = events;
  }

  /** The steps after triage. */
  public enum Step {
    INVESTIGATE,
    CORRECT,
    VERIFY,
    CLOSE,
    REOPEN
  }

  /**
   * Takes one step.
   *
   * @param text the plan, the evidence, the learning note or the reason, as the step asks
   */
  @Transactional
  public IncidentResult follow(Incident.Id id, Step step, String text, Act act) {
    Incident incident = incidents.lock(id).orElse(null);
    if (incident == null) {
      return new Unknown();
    }
    return switch (step) {
      case INVESTIGATE ->
          move(incident, investigated(incident), IncidentEvent.InvestigationStarted::new, act);
      case CORRECT ->
          move(incident, corrected(incident, text), IncidentEvent.CorrectionPlanned::new, act);
      case VERIFY ->
          move(incident, verified(incident, text), IncidentEvent.CorrectionVerified::new, act);
      case CLOSE -> move(incident, closed(incident, text), IncidentEvent.Closed::new, act);
      case REOPEN -> move(incident, reopened(incident, text), IncidentEvent.Reopened::new, act);
    };
  }

  private static @Nullable IncidentState investigated(Incident incident) {
    return incident.state() instanceof IncidentState.Triaged state ? state.investigate() : null;
  }

  private static @Nullable IncidentState corrected(Incident incident, String plan) {
    return incident.state() instanceof IncidentState.Investigating state
        ? state.correct(plan)
        : null;
  }

  private static @Nullable IncidentState verified(Incident incident, String evidence) {
    return incident.state() instanceof IncidentState.Capa state ? state.verify(evidence) : null;
  }

  private static @Nullable IncidentState closed(Incident incident, String learningNote) {
    return incident.state() instanceof IncidentState.Verified state
        ? state.close(learningNote)
        : null;
  }

  private static @Nullable IncidentState reopened(Incident incident, String reason) {
    return switch (incident.state()) {
      case IncidentState.Merged state -> state.reopen(reason);
      case IncidentState.Investigating state -> state.reopen(reason);
      case IncidentState.Capa state -> state.reopen(reason);
      case IncidentState.Verified state -> state.reopen(reason);
      case IncidentState.Closed state -> state.reopen(reason);
      case IncidentState.Draft _,
          IncidentState.Reported _,
          IncidentState.Triaged _,
          IncidentState.Reopened _ ->
          null;
    };
  }

  private IncidentResult move(
      Incident incident,
      @Nullable IncidentState next,
      Function<Incident, IncidentEvent> event,
      Act act) {
    if (next == null) {
      return new WrongState(incident.state().name());
    }
    Incident moved = incident.moved(next);
    incidents.save(moved);
    events.append(event.apply(moved), act);
    return new Done(moved);
  }
}
