package gatehouse.incident.drill;

import gatehouse.incident.duty.Act;

/** Tells of drills, in the present transaction. */
public interface DrillEvents {
  void started(Drill drill, Act act);

  void ended(Drill drill, Drill.Outcome outcome, Act act);
}
