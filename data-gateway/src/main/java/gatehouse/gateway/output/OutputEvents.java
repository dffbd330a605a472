package gatehouse.gateway.output;

import gatehouse.gateway.permit.Caller;

/** Tells of outputs, in the caller's transaction or shared commit. */
public interface OutputEvents {
  /**
   * It happened.
   *
   * @param by who did it, in which role
   */
  void append(OutputEvent event, Caller by);

  /** The gateway found out by itself that an answer was let out and is lost. */
  void lost(OutputEvent.Lost event);
}
