package gatehouse.admission.pilot;

import gatehouse.admission.evidence.Threshold;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is fixed before the first case of a pilot (G-25).
 *
 * @param digest the version that is tried; only the same version can be admitted on it
 * @param cap most cases that may be run
 * @param stopAfterHarms adverse findings at which the pilot ends as failed
 * @param until last day
 */
public record PilotPlan(
    Environment environment,
    String digest,
    SortedSet<String> places,
    List<Threshold> endpoints,
    int cap,
    int stopAfterHarms,
    LocalDate until) {
  public PilotPlan {
    places = new TreeSet<>(places);
    endpoints = List.copyOf(endpoints);
    if (places.isEmpty() || endpoints.isEmpty() || cap < 1 || stopAfterHarms < 1) {
      throw new IllegalArgumentException("A pilot needs places, endpoints, a cap and a stop rule");
    }
  }
}
