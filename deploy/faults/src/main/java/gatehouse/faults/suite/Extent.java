package gatehouse.faults.suite;

import java.util.List;

/** How much of the suite is started. */
public enum Extent {
  /** PostgreSQL, Kafka and the station: the journal alone. */
  JOURNAL,
  /** All parts of the suite, and the station. */
  EVERYTHING;

  /** The second replica of the gateway: another process on the same database. */
  public static final String SECOND_GATEWAY = "data-gateway-2";

  /** The names of the parts. */
  public List<String> parts() {
    return switch (this) {
      case JOURNAL -> List.of("postgres", "kafka", "station");
      case EVERYTHING ->
          List.of(
              "postgres",
              "kafka",
              "keycloak",
              "models",
              "admission-service",
              "consent-service",
              "incident-service",
              "data-gateway",
              SECOND_GATEWAY,
              "station");
    };
  }

  /** The parts that keep a journal. */
  public List<String> services() {
    return parts().stream()
        .filter(name -> name.endsWith("-service") || name.equals("data-gateway") || isStation(name))
        .toList();
  }

  /** Whether the part is a service of ours, which asks for the time in one place. */
  static boolean keepsTime(String name) {
    return name.endsWith("-service") || name.startsWith("data-gateway") || isStation(name);
  }

  /** The name of a service's database. */
  static String database(String service) {
    return service.equals("data-gateway") ? "gateway" : service.replace("-service", "");
  }

  static boolean isStation(String name) {
    return name.equals("station");
  }
}
