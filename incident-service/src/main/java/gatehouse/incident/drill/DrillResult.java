package gatehouse.incident.drill;

/** How a request about a drill ended. */
public sealed interface DrillResult {
  record Done(Drill drill) implements DrillResult {}

  record Unknown() implements DrillResult {}

  /** One runs; it is to be ended first. */
  record Running(Drill drill) implements DrillResult {}

  /** It was ended before. */
  record Over(Drill drill) implements DrillResult {}
}
