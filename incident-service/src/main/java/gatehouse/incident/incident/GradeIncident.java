package gatehouse.incident.incident;

import gatehouse.incident.duty.Act;
import gatehouse.incident.incident.IncidentResult.Done;
import gatehouse.incident.incident.IncidentResult.SecondPersonNeeded;
import gatehouse.incident.incident.IncidentResult.Unknown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Changes an incident's level: up at anyone's word, down only when two persons say so. */
@ApplicationScoped
public class GradeIncident {
  private final Incidents incidents;
  private final IncidentEvents events;

  public GradeIncident(Incidents incidents, IncidentEvents events) {
    this.incidents = incidents;
    this.events = events;
  }

  @Transactional
  public IncidentResult grade(Incident.Id id, Level level, Act act) {
    Incident incident = incidents.lock(id).orElse(null);
    if (incident == null) {
      return new Unknown();
    }
    if (level == incident.level()) {
      return new Done(incident);
    }
    return level.isGraverThan(incident.level())
        ? raise(incident, level, act)
        : lower(incident, level, act);
  }

  /**
   * For machines, which never lower: one that is as grave or graver, or unknown, stays as it is.
   */
  @Transactional
  public void raiseTo(Incident.Id id, Level least, Act act) {
    incidents
        .lock(id)
        .filter(incident -> least.isGraverThan(incident.level()))
        .ifPresent(incident -> raise(incident, least, act));
  }

  private IncidentResult raise(Incident incident, Level level, Act act) {
    Incident raised = incident.graded(level);
    incidents.save(raised);
    events.append(new IncidentEvent.LevelRaised(raised, incident.level()), act);
    return new Done(raised);
  }

  private IncidentResult lower(Incident incident, Level level, Act act) {
    Incident.Lowering first = incident.lowering();
    if (first == null || first.to() != level) {
      Incident proposed = incident.lowering(new Incident.Lowering(level, act.signature()));
      incidents.save(proposed);
      events.append(new IncidentEvent.LoweringProposed(proposed, level), act);
      return new Done(proposed);
    }
    if (first.by().subject().equals(act.by().subject())) {
      return new SecondPersonNeeded();
    }
    Incident lowered = incident.graded(level);
    incidents.save(lowered);
    events.append(new IncidentEvent.LevelLowered(lowered, incident.level()), act);
    return new Done(lowered);
  }
}
