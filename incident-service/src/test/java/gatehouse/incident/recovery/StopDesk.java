package gatehouse.incident.recovery;

import gatehouse.incident.recovery.RecoveryItem.Finding;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.stop.StopScope;
import java.util.Optional;
import java.util.Set;

/**
 * All that people can do to a stop. The same random sequences run on the business in memory and on
 * the whole service over HTTP.
 */
interface StopDesk {
  /** Those who act, each with the roles of the demonstration realm. */
  enum Who {
    DUTY,
    AFFAIRS,
    SECOND_AFFAIRS,
    ENGINEER,
    INFO,
    SURGEON,
    RADIOLOGIST,
    SECRETARY
  }

  /** A rerun of the suite. */
  record Rerun(Set<String> digests, int failures, String report) {}

  /** The stop's id, or nothing when refused. */
  Optional<String> stop(Who who, StopScope scope);

  /** The evaluation's id, or nothing when refused. */
  Optional<String> open(Who who, String stop, Finding finding);

  boolean fix(Who who, String recovery, Set<String> digests);

  boolean suite(Who who, String recovery, Rerun rerun);

  boolean check(Who who, String recovery, boolean acceptable, String report);

  /** Admission tells how the panel decided its recovery case of that stop. */
  void decided(String stop, Reports reports, boolean approved);

  boolean sign(Who who, String recovery, Confirmation.Side side);

  boolean lift(Who who, String stop);

  /** Ids of all stops in force. */
  Set<String> inForce();
}
