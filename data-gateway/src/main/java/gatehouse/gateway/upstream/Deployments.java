package gatehouse.gateway.upstream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Every application with its deployments, in the order of the file. */
public final class Deployments {
  private final SequencedMap<String, List<Deployment>> byApplication;

  public Deployments(Map<String, List<Deployment>> byApplication) {
    this.byApplication = new LinkedHashMap<>();
    byApplication.forEach((code, list) -> this.byApplication.put(code, List.copyOf(list)));
  }

  /** Codes of all applications. */
  public List<String> applications() {
    return List.copyOf(byApplication.keySet());
  }

  /** Whether the file knows the application. */
  public boolean knows(String application) {
    return byApplication.containsKey(application);
  }

  /**
   * The deployment of this name, or null where the application has none of it.
   *
   * @param name null means the first of the file
   */
  public @Nullable Deployment find(String application, @Nullable String name) {
    List<Deployment> all = byApplication.getOrDefault(application, List.of());
    if (name == null) {
      return all.isEmpty() ? null : all.getFirst();
    }
    return all.stream().filter(d -> d.name().equals(name)).findFirst().orElse(null);
  }

  /** All deployments. */
  public List<Deployment> all() {
    return byApplication.values().stream().flatMap(List::stream).toList();
  }
}
