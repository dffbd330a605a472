package gatehouse.gateway.block;

import java.util.List;
import java.util.Objects;

/** Where a case stands. Each state has a method for each legal exit and no other. */
public sealed interface CaseState {

  /** All transitions in one place; a test holds the states' methods against it. */
  List<Edge> EDGES =
      List.of(
          new Edge("TRIAGED", "explain", "EXPLAINED"),
          new Edge("TRIAGED", "release", "RELEASED"),
          new Edge("EXPLAINED", "release", "RELEASED"),
          new Edge("EXPLAINED", "close", "CLOSED"),
          new Edge("RELEASED", "close", "CLOSED"));

  /** The state's name, for storage and for the wire. */
  Name name();

  /** The states by name. */
  enum Name {
    TRIAGED,
    EXPLAINED,
    RELEASED,
    CLOSED
  }

  /** One legal transition. */
  record Edge(String from, String trigger, String to) {}

  /** Somebody gave a verdict. */
  record Triaged() implements CaseState {
    Explained explain() {
      return new Explained();
    }

    Released release(String second) {
      return new Released(second);
    }

    @Override
    public Name name() {
      return Name.TRIAGED;
    }
  }

  /** The caller was told, or the rule that shall change was named. */
  record Explained() implements CaseState {
    Released release(String second) {
      return new Released(second);
    }

    Closed close() {
      return new Closed();
    }

    @Override
    public Name name() {
      return Name.EXPLAINED;
    }
  }

  /**
   * A second person let the rule change go ahead.
   *
   * @param by reference of that person
   */
  record Released(String by) implements CaseState {
    public Released {
      Objects.requireNonNull(by, "by");
    }

    Closed close() {
      return new Closed();
    }

    @Override
    public Name name() {
      return Name.RELEASED;
    }
  }

  /** Done. */
  record Closed() implements CaseState {
    @Override
    public Name name() {
      return Name.CLOSED;
    }
  }
}
