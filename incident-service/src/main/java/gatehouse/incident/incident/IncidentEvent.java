package gatehouse.incident.incident;

/** What happened to an incident. The incident is as it stands afterwards. */
public sealed interface IncidentEvent {
  Incident incident();

  record Drafted(Incident incident) implements IncidentEvent {}

  record Reported(Incident incident) implements IncidentEvent {}

  record Triaged(Incident incident) implements IncidentEvent {}

  record Merged(Incident incident) implements IncidentEvent {}

  record LevelRaised(Incident incident, Level from) implements IncidentEvent {}

  record LoweringProposed(Incident incident, Level to) implements IncidentEvent {}

  record LevelLowered(Incident incident, Level from) implements IncidentEvent {}

  record InvestigationStarted(Incident incident) implements IncidentEvent {}

  record CorrectionPlanned(Incident incident) implements IncidentEvent {}

  record CorrectionVerified(Incident incident) implements IncidentEvent {}

  record Closed(Incident incident) implements IncidentEvent {}

  record Reopened(Incident incident) implements IncidentEvent {}
}
