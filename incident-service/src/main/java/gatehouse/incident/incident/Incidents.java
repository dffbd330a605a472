package gatehouse.incident.incident;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The incident register. Nothing leaves it. */
public interface Incidents {
  void add(Incident incident);

  Optional<Incident> find(Incident.Id id);

  /** The incident, locked until the transaction ends. */
  Optional<Incident> lock(Incident.Id id);

  void save(Incident incident);

  /**
   * Newest first, at most {@code limit}, in any of the states; no states means all.
   *
   * @param before only incidents older than this one
   */
  List<Incident> latest(
      List<IncidentState.IncidentStateName> states, Incident.@Nullable Id before, int limit);
}
