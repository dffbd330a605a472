package gatehouse.incident.incident;

import gatehouse.incident.duty.Act;
import gatehouse.incident.incident.IncidentResult.Done;
import gatehouse.incident.incident.IncidentResult.NoSuchOriginal;
import gatehouse.incident.incident.IncidentResult.Unknown;
import gatehouse.incident.incident.IncidentResult.WrongState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Looks at a report for the first time, or again. */
@ApplicationScoped
public class TriageIncident {
  private final Incidents incidents;
  private final IncidentEvents events;

  public TriageIncident(Incidents incidents, IncidentEvents events) {
    this.incidents = incidents;
    this.events = events;
  }

  /** Settles the category; null leaves it as reported. */
  @Transactional
  public IncidentResult triage(Incident.Id id, @Nullable Category category, Act act) {
    Incident incident = incidents.lock(id).orElse(null);
    if (incident == null) {
      return new Unknown();
    }
    IncidentState next =
        switch (incident.state()) {
          case IncidentState.Draft state -> state.triage();
          case IncidentState.Reported state -> state.triage();
          case IncidentState.Reopened state -> state.triage();
          case IncidentState.Triaged _,
              IncidentState.Merged _,
              IncidentState.Investigating _,
              IncidentState.Capa _,
              IncidentState.Verified _,
              IncidentState.Closed _ ->
              null;
        };
    if (next == null) {
      return new WrongState(incident.state().name());
    }
    Incident triaged =
        incident.categorised(category == null ? incident.category() : category).moved(next);
    incidents.save(triaged);
    events.append(new IncidentEvent.Triaged(triaged), act);
    return new Done(triaged);
  }

  /** The same event was reported before. */
  @Transactional
  public IncidentResult merge(Incident.Id id, Incident.Id into, Act act) {
    Incident incident = incidents.lock(id).orElse(null);
    if (incident == null) {
      return new Unknown();
    }
    if (!(incident.state() instanceof IncidentState.Triaged state)) {
      return new WrongState(incident.state().name());
    }
    boolean isOriginal =
        !into.equals(id)
            && incidents
                .find(into)
                .filter(original -> !(original.state() instanceof IncidentState.Merged))
                .isPresent();
    if (!isOriginal) {
      return new NoSuchOriginal();
    }
    Incident merged = incident.moved(state.merge(into.value()));
    incidents.save(merged);
    events.append(new IncidentEvent.Merged(merged), act);
    return new Done(merged);
  }
}
