package gatehouse.admission.application;

import static java.util.Objects.requireNonNull;

/**
 * One place where the model runs.
 *
 * @param name as the gateway's upstreams file calls it
 * @param country ISO 3166-1 alpha-2
 */
public record Deployment(String name, Zone zone, String country) {

  /** Trust zone. */
  public enum Zone {
    LOCAL,
    PRIVATE,
    PUBLIC
  }

  public Deployment {
    requireNonNull(name);
    requireNonNull(zone);
    requireNonNull(country);
  }
}
