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
    Incident incident =
        new Incident(
            new Incident.Id(ids.next()),
            1,
            facts,
            facts.level(),
            facts.category(),
            new IncidentState.Reported(),
            null,
            act.at(),
            deadlines.dueAt(facts.level(), facts.discoveredAt()));
    incidents.add(incident);
    events.append(new IncidentEvent.Reported(incident), act);
    return incident;
  }
}
