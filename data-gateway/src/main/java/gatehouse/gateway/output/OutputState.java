package gatehouse.gateway.output;

import gatehouse.gateway.output.Judgement.Rejection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Where an output stands. Each state has a method for each legal exit and no other; no exit is a
 * clock's or a machine's, but for the release that a physician's judgement allowed.
 */
public sealed interface OutputState {

  /** All transitions in one place; a test holds the states' methods and the README against it. */
  List<Edge> EDGES =
      List.of(
          new Edge("PENDING", "confirm", "CONFIRMED", "output.confirmed"),
          new Edge("PENDING", "edit", "EDITED", "output.edited"),
          new Edge("PENDING", "reject", "REJECTED", "output.rejected"),
          new Edge("CONFIRMED", "confirm", "CONFIRMED", "output.confirmed"),
          new Edge("CONFIRMED", "edit", "EDITED", "output.edited"),
          new Edge("CONFIRMED", "reject", "REJECTED", "output.rejected"),
          new Edge("CONFIRMED", "release", "RELEASED", "output.released"),
          new Edge("EDITED", "confirm", "CONFIRMED", "output.confirmed"),
          new Edge("EDITED", "edit", "EDITED", "output.edited"),
          new Edge("EDITED", "reject", "REJECTED", "output.rejected"),
          new Edge("EDITED", "release", "RELEASED", "output.released"),
          new Edge("RELEASED", "confirm", "RELEASED", "output.confirmed"),
          new Edge("RELEASED", "edit", "EDITED", "output.edited"),
          new Edge("RELEASED", "reject", "REJECTED", "output.rejected"),
          new Edge("RELEASED", "release", "RELEASED", "output.released"),
          new Edge("LOST", "reject", "REJECTED", "output.rejected"));

  /** The state's name, for storage and for the wire. */
  OutputStateName name();

  /** The states by name. */
  enum OutputStateName {
    PENDING,
    CONFIRMED,
    EDITED,
    REJECTED,
    RELEASED,
    LOST
  }

  /** One legal transition: the trigger is the state's method, the event says so to others. */
  record Edge(String from, String trigger, String to, String event) {}

  /** Nobody decided yet; nothing but a physician ends this. */
  record Pending() implements OutputState {
    Confirmed confirm(Judgement by) {
      return new Confirmed(by);
    }

    Edited edit(Judgement by) {
      return new Edited(by);
    }

    Rejected reject(Rejection rejection) {
      return new Rejected(rejection);
    }

    @Override
    public OutputStateName name() {
      return OutputStateName.PENDING;
    }
  }

  /** A physician takes it as it is. */
  record Confirmed(Judgement by) implements OutputState {
    public Confirmed {
      Objects.requireNonNull(by, "by");
    }

    Confirmed confirm(Judgement again) {
      return new Confirmed(again);
    }

    Edited edit(Judgement again) {
      return new Edited(again);
    }

    Rejected reject(Rejection rejection) {
      return new Rejected(rejection);
    }

    Released release(UUID token) {
      return new Released(by, token);
    }

    @Override
    public OutputStateName name() {
      return OutputStateName.CONFIRMED;
    }
  }

  /** A physician takes it in the own words. */
  record Edited(Judgement by) implements OutputState {
    public Edited {
      Objects.requireNonNull(by, "by");
    }

    Confirmed confirm(Judgement again) {
      return new Confirmed(again);
    }

    Edited edit(Judgement again) {
      return new Edited(again);
    }

    Rejected reject(Rejection rejection) {
      return new Rejected(rejection);
    }

    Released release(UUID token) {
      return new Released(by, token);
    }

    @Override
    public OutputStateName name() {
      return OutputStateName.EDITED;
    }
  }

  /** A physician does not take it. Final. */
  record Rejected(Rejection rejection) implements OutputState {
    public Rejected {
      Objects.requireNonNull(rejection, "rejection");
    }

    @Override
    public OutputStateName name() {
      return OutputStateName.REJECTED;
    }
  }

  /** A record system has spent the token that the judgement allowed. */
  record Released(Judgement by, UUID token) implements OutputState {
    public Released {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(token, "token");
    }

    /** A second reading that upholds what already stands in the record. */
    Released confirm(Judgement again) {
      return new Released(again, token);
    }

    /** A correction, which needs a release of its own. */
    Edited edit(Judgement again) {
      return new Edited(again);
    }

    /** To a second place, such as the patient after the record. */
    Released release(UUID another) {
      return new Released(by, another);
    }

    /** What stands in the record turned out wrong. */
    Rejected reject(Rejection rejection) {
      return new Rejected(rejection);
    }

    @Override
    public OutputStateName name() {
      return OutputStateName.RELEASED;
    }
  }

  /**
   * Somebody saw it, and the register never got its text: nobody can take it, ever. A physician who
   * has dealt with what it may have led to rejects it, and it is done with.
   */
  record Lost() implements OutputState {
    Rejected reject(Rejection rejection) {
      return new Rejected(rejection);
    }

    @Override
    public OutputStateName name() {
      return OutputStateName.LOST;
    }
  }
}
