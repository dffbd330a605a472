package gatehouse.incident.incident;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes a report. There is no guard: whoever may speak to this service may report. */
@ApplicationScoped
public class ReportIncident {
  private final Incidents incidents;
  private final IncidentEvents events;
  private final ReportDeadlines deadlines;
  private final Ids ids;

  public ReportIncident(
      Incidents incidents, IncidentEvents events, ReportDeadlines deadlines, Ids ids) {
    this.incidents = incidents;
    this.events = events;
    this.deadlines = deadlines;
    this.ids = ids;
  }

  @Transactional
  @Clause({"G-46", "G-47", "G-48", "G-49"})
  public Incident report(ReportedFacts facts, Act act) {
    return reportAs(new Incident.Id(ids.next()), facts, act);
  }

  /** The same under an id that the caller has drawn, to tie it to what it is about. */
  @Transactional
  @Clause("G-46")
  public Incident reportAs(Incident.Id id, ReportedFacts facts, Act act) {
    Incident incident = opened(id, facts, new IncidentState.Reported(), act);
    events.append(new IncidentEvent.Reported(incident), act);
    return incident;
  }

  /** Opens a draft for what a machine noticed; people say the rest. */
  @Transactional
  @Clause({"G-47", "G-48"})
  public Incident draft(ReportedFacts facts, Act act) {
    Incident incident = opened(new Incident.Id(ids.next()), facts, new IncidentState.Draft(), act);
    events.append(new IncidentEvent.Drafted(incident), act);
    return incident;
  }

  private Incident opened(Incident.Id id, ReportedFacts facts, IncidentState state, Act act) {
    Incident incident =
        new Incident(
            id,
            1,
            facts,
            facts.level(),
            facts.category(),
            state,
            null,
            act.at(),
            deadlines.dueAt(facts.level(), facts.discoveredAt()));
    incidents.add(incident);
    return incident;
  }
}
