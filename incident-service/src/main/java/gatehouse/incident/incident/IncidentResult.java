package gatehouse.incident.incident;

/** How a request about an incident ended. */
public sealed interface IncidentResult {
  record Done(Incident incident) implements IncidentResult {}

  record Unknown() implements IncidentResult {}

  /** The incident's state has no such exit. */
  record WrongState(IncidentState.IncidentStateName state) implements IncidentResult {}

  /** The same person asked to lower the level before; another one must agree. */
  record SecondPersonNeeded() implements IncidentResult {}

  /** The incident to merge into does not exist, is this one, or was itself merged. */
  record NoSuchOriginal() implements IncidentResult {}
}
