package gatehouse.admission.stop;

import java.util.List;

/** The stops that are known here. A lifting that arrives before its stop lifts it all the same. */
public interface Stops {
  void issued(StopOrder order);

  void lifted(String stopId);

  /** Those not lifted; one of everything while something about stops could not be read. */
  List<StopOrder> inForce();
}
