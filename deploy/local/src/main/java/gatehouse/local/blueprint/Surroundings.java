package gatehouse.local.blueprint;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment variables that tell a service, and the demo, where everything is. Every secret in
 * them is for development only.
 */
public record Surroundings(Path checkout, RunFolder run, PortPlan ports) {
  /** What all services and the demo have in common. */
  public Map<String, String> shared() {
    Map<String, String> variables = new HashMap<>();
    variables.put("GATEHOUSE_KAFKA", "127.0.0.1:" + ports.of(Listener.KAFKA));
    variables.put("GATEHOUSE_OIDC", issuer());
    variables.put("GATEHOUSE_ADMISSION_URL", ports.url(Listener.ADMISSION));
    variables.put("GATEHOUSE_CONSENT_URL", ports.url(Listener.CONSENT));
    variables.put("GATEHOUSE_INCIDENT_URL", ports.url(Listener.INCIDENT));
    variables.put("GATEHOUSE_GATEWAY_URL", ports.url(Listener.GATEWAY));
    variables.put("GATEHOUSE_MODEL_IN_HOUSE_URL", ports.url(Listener.MODEL_IN_HOUSE));
    variables.put("GATEHOUSE_MODEL_PUBLIC_CLOUD_URL", ports.url(Listener.MODEL_PUBLIC_CLOUD));
    variables.put("GATEHOUSE_RUN", run.path().toString());
    variables.put("GATEHOUSE_UPSTREAMS", upstreams().file().toString());
    return variables;
  }

  /** What one service gets. */
  Map<String, String> of(Service service) {
    Map<String, String> variables = shared();
    String database = service.database();
    variables.put(
        "GATEHOUSE_DB_URL",
        "jdbc:postgresql://127.0.0.1:" + ports.of(Listener.POSTGRES) + "/" + database);
    variables.put("GATEHOUSE_DB_USER", database + "_app");
    variables.put("GATEHOUSE_DB_PASSWORD", database + "_app");
    variables.put("GATEHOUSE_DB_OWNER", database + "_owner");
    variables.put("GATEHOUSE_DB_OWNER_PASSWORD", database + "_owner");
    // Eight cold processes share one machine here; a hospital's gateway keeps its 120 ms.
    variables.put("GATEHOUSE_PERMIT_BUDGET", "PT3S");
    variables.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service.listener())));
    variables.putAll(run.brokerUsers().variables(service.folder()));
    return variables;
  }

  /** What the demo gets: what is shared, and where the broker's operator is described. */
  public Map<String, String> ofDemo() {
    Map<String, String> variables = shared();
    variables.put("GATEHOUSE_KAFKA_OPERATOR", run.operator().toString());
    return variables;
  }

  /**
   * What a service gets that is known by its folder.
   *
   * @throws IllegalArgumentException when no service has that folder
   */
  public Map<String, String> ofService(String folder) {
    return of(called(folder));
  }

  /**
   * Where a service listens that is known by its folder.
   *
   * @throws IllegalArgumentException when no service has that folder
   */
  public String urlOf(String folder) {
    return ports.url(called(folder).listener());
  }

  /** The folders of the services. */
  public static List<String> services() {
    return Arrays.stream(Service.values()).map(Service::folder).toList();
  }

  private static Service called(String folder) {
    for (Service service : Service.values()) {
      if (service.folder().equals(folder)) {
        return service;
      }
    }
    throw new IllegalArgumentException("No service is called " + folder);
  }

  UpstreamsFile upstreams() {
    return new UpstreamsFile(checkout, run, ports);
  }

  String issuer() {
    return ports.url(Listener.KEYCLOAK) + "/realms/hospital";
  }
}
