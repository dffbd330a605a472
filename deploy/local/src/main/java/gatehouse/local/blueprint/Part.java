package gatehouse.local.blueprint;

import java.util.List;
import java.util.Set;

/**
 * One process of the suite.
 *
 * @param name short, unique, the name of its log and pid file
 * @param listeners the ports that it takes, the one that people use first
 * @param after the parts that must be ready before it starts
 * @param preparation what comes before its process
 * @param launch how its process starts
 * @param probe how one sees that it is ready
 */
public record Part(
    String name,
    List<Listener> listeners,
    Set<String> after,
    Preparation preparation,
    Launch launch,
    Probe probe) {
  public Part {
    listeners = List.copyOf(listeners);
    after = Set.copyOf(after);
  }
}
