package gatehouse.incident.recovery;

import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopState;
import java.util.List;

/** How a request on the way back ended. */
public sealed interface RecoveryResult {
  /**
   * It was done.
   *
   * @param missing what is still missing before the next step
   */
  record Done(Recovery recovery, Stop stop, List<Missing> missing) implements RecoveryResult {}

  record Unknown() implements RecoveryResult {}

  /** The stop's state has no such exit, or the evaluation is over. */
  record WrongState(StopState.StopStateName state) implements RecoveryResult {}

  /** One item missing is enough. */
  record Incomplete(List<Missing> missing) implements RecoveryResult {}

  /** The other side was signed by the same person. */
  record SamePerson() implements RecoveryResult {}

  /** The person does not hold the role of that side. */
  record WrongSide() implements RecoveryResult {}

  /** What keeps a stop from being lifted. The names are the reason codes on the wire. */
  enum Missing {
    ROOT_CAUSE,
    FIX,
    SUITE_RERUN,
    /** The rerun has fewer cases than the hospital asks for. */
    SUITE_CASES,
    /** The digests tested are not the digests that are to start again. */
    DIGEST_TESTED,
    /** The version that would run after the lift is not among those tested. */
    RUNNING_DIGEST,
    CLINICAL_CHECK,
    /** The check has fewer samples than the hospital asks for. */
    CLINICAL_SAMPLES,
    /** The panel has not agreed to a restart after this stop. */
    PANEL_ROUND,
    /** The panel agreed on other reports or versions than these, or vetoed these. */
    PANEL_EVIDENCE,
    ENGINEERING_CONFIRMATION,
    CLINICAL_CONFIRMATION,
    /** The two signatures are of another day. */
    SAME_DAY,
    /** There was another stop of the same after the signatures. */
    NO_NEWER_STOP,
    /** Who lifts is neither who stopped nor one of the confirmers. */
    INDEPENDENT_LIFTER
  }
}
