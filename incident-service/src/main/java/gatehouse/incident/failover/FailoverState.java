package gatehouse.incident.failover;

import gatehouse.incident.application.FailoverPlan.Mode;
import java.util.List;

/** Where a fail-over run stands. Each state has a method for each legal exit and no other. */
public sealed interface FailoverState {
  /** All transitions in one place; a test holds the states' methods and the README against it. */
  List<Edge> EDGES =
      List.of(
          new Edge("TRIGGERED", "toBackup", "SWITCHED", "failover.switched"),
          new Edge("TRIGGERED", "toManual", "MANUAL", "failover.switched"),
          new Edge("SWITCHED", "toManual", "MANUAL", "failover.switched"),
          new Edge("MANUAL", "toBackup", "SWITCHED", "failover.switched"),
          new Edge("SWITCHED", "allHandled", "ENCOUNTERS_HANDLED", "failover.encounters-handled"),
          new Edge("MANUAL", "allHandled", "ENCOUNTERS_HANDLED", "failover.encounters-handled"),
          new Edge("ENCOUNTERS_HANDLED", "close", "CLOSED", "failover.closed"));

  FailoverStateName name();

  /** The states by name, for storage and for the wire. */
  enum FailoverStateName {
    TRIGGERED,
    SWITCHED,
    MANUAL,
    ENCOUNTERS_HANDLED,
    CLOSED
  }

  /** One legal transition: the trigger is the state's method, the event says so to others. */
  record Edge(String from, String trigger, String to, String event) {}

  /** The backup was usable when the stop was issued; nobody has confirmed the switch yet. */
  record Triggered() implements FailoverState {
    Switched toBackup() {
      return new Switched();
    }

    Manual toManual() {
      return new Manual();
    }

    @Override
    public FailoverStateName name() {
      return FailoverStateName.TRIGGERED;
    }
  }

  /** The backup application works. */
  record Switched() implements FailoverState {
    Manual toManual() {
      return new Manual();
    }

    EncountersHandled allHandled() {
      return new EncountersHandled(Mode.BACKUP);
    }

    @Override
    public FailoverStateName name() {
      return FailoverStateName.SWITCHED;
    }
  }

  /** People work without AI. */
  record Manual() implements FailoverState {
    Switched toBackup() {
      return new Switched();
    }

    EncountersHandled allHandled() {
      return new EncountersHandled(Mode.MANUAL);
    }

    @Override
    public FailoverStateName name() {
      return FailoverStateName.MANUAL;
    }
  }

  /** A person has closed every encounter on the list and says that the list is complete. */
  record EncountersHandled(Mode mode) implements FailoverState {
    Closed close() {
      return new Closed(mode);
    }

    @Override
    public FailoverStateName name() {
      return FailoverStateName.ENCOUNTERS_HANDLED;
    }
  }

  /** The run is over; the stop may well be in force still. */
  record Closed(Mode mode) implements FailoverState {
    @Override
    public FailoverStateName name() {
      return FailoverStateName.CLOSED;
    }
  }
}
