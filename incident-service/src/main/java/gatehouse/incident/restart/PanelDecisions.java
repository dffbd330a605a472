package gatehouse.incident.restart;

import gatehouse.incident.stop.Stop;
import java.util.List;

/** The copy of the panel's decisions on stops. */
public interface PanelDecisions {
  /** Every decision on this very stop; never one on another stop of the same scope. */
  List<PanelDecision> on(Stop.Id stop);

  /** A case is decided once: the first word stays. */
  void keep(PanelDecision decision);
}
