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

  /** The names of the application's deployments, as a caller may ask for them. */
  public List<String> of(String application) {
    return byApplication.getOrDefault(application, List.of()).stream()
        .map(Deployment::name)
        .toList();
  }

  /**
   * The other deployments of the same application that are as much to be trusted: of the same zone,
   * country and policy.
   */
  public List<Deployment> alike(Deployment deployment) {
    Upstream upstream = deployment.upstream();
    return byApplication.getOrDefault(deployment.application(), List.of()).stream()
        .filter(other -> !other.name().equals(deployment.name()))
        .filter(other -> other.upstream().zone() == upstream.zone())
        .filter(other -> other.upstream().country().equals(upstream.country()))
        .filter(other -> other.upstream().policy() == upstream.policy())
        .toList();
  }

  /** All deployments. */
  public List<Deployment> all() {
    return byApplication.values().stream().flatMap(List::stream).toList();
  }
}
