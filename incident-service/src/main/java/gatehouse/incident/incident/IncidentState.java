package gatehouse.incident.incident;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Where an incident stands. Each state has a method for each legal exit and no other; there is no
 * state that forgets an incident.
 */
public sealed interface IncidentState {
  /** All transitions in one place; a test holds the states' methods and the README against it. */
  List<Edge> EDGES =
      List.of(
          new Edge("DRAFT", "triage", "TRIAGED", "incident.triaged"),
          new Edge("REPORTED", "triage", "TRIAGED", "incident.triaged"),
          new Edge("REOPENED", "triage", "TRIAGED", "incident.triaged"),
          new Edge("TRIAGED", "merge", "MERGED", "incident.merged"),
          new Edge("TRIAGED", "investigate", "INVESTIGATING", "incident.investigation-started"),
          new Edge("INVESTIGATING", "correct", "CAPA", "incident.correction-planned"),
          new Edge("CAPA", "verify", "VERIFIED", "incident.correction-verified"),
          new Edge("VERIFIED", "close", "CLOSED", "incident.closed"),
          new Edge("MERGED", "reopen", "REOPENED", "incident.reopened"),
          new Edge("INVESTIGATING", "reopen", "REOPENED", "incident.reopened"),
          new Edge("CAPA", "reopen", "REOPENED", "incident.reopened"),
          new Edge("VERIFIED", "reopen", "REOPENED", "incident.reopened"),
          new Edge("CLOSED", "reopen", "REOPENED", "incident.reopened"));

  IncidentStateName name();

  /** The states by name, for storage and for the wire. */
  enum IncidentStateName {
    DRAFT,
    REPORTED,
    TRIAGED,
    MERGED,
    INVESTIGATING,
    CAPA,
    VERIFIED,
    CLOSED,
    REOPENED
  }

  /** One legal transition: the trigger is the state's method, the event says so to others. */
  record Edge(String from, String trigger, String to, String event) {}

  /**
   * A machine noticed it and nobody has said a word about it yet; triage takes it like a report.
   */
  record Draft() implements IncidentState {
    Triaged triage() {
      return new Triaged();
    }

    @Override
    public IncidentStateName name() {
      return IncidentStateName.DRAFT;
    }
  }

  record Reported() implements IncidentState {
    Triaged triage() {
      return new Triaged();
    }

    @Override
    public IncidentStateName name() {
      return IncidentStateName.REPORTED;
    }
  }

  record Triaged() implements IncidentState {
    Merged merge(UUID into) {
      return new Merged(into);
    }

    Investigating investigate() {
      return new Investigating();
    }

    @Override
    public IncidentStateName name() {
      return IncidentStateName.TRIAGED;
    }
  }

  /** The same event was reported before; this report stays, and counts. */
  record Merged(UUID into) implements IncidentState {
    public Merged {
      Objects.requireNonNull(into, "into");
    }

    Reopened reopen(String reason) {
      return new Reopened(reason);
    }

    @Override
    public IncidentStateName name() {
      return IncidentStateName.MERGED;
    }
  }

  record Investigating() implements IncidentState {
    Capa correct(String plan) {
      return new Capa(plan);
    }

    Reopened reopen(String reason) {
      return new Reopened(reason);
    }

    @Override
    public IncidentStateName name() {
      return IncidentStateName.INVESTIGATING;
    }
  }

  /** Corrective and preventive action is planned or under way. */
  record Capa(String plan) implements IncidentState {
    Verified verify(String evidence) {
      return new Verified(evidence);
    }

    Reopened reopen(String reason) {
      return new Reopened(reason);
    }

    @Override
    public IncidentStateName name() {
      return IncidentStateName.CAPA;
    }
  }

  record Verified(String evidence) implements IncidentState {
    Closed close(String learningNote) {
      return new Closed(learningNote);
    }

    Reopened reopen(String reason) {
      return new Reopened(reason);
    }

    @Override
    public IncidentStateName name() {
      return IncidentStateName.VERIFIED;
    }
  }

  /** Closed with what others can learn from it. */
  record Closed(String learningNote) implements IncidentState {
    Reopened reopen(String reason) {
      return new Reopened(reason);
    }

    @Override
    public IncidentStateName name() {
      return IncidentStateName.CLOSED;
    }
  }

  record Reopened(String reason) implements IncidentState {
    Triaged triage() {
      return new Triaged();
    }

    @Override
    public IncidentStateName name() {
      return IncidentStateName.REOPENED;
    }
  }
}
