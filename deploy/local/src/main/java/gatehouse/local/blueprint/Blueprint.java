package gatehouse.local.blueprint;

import gatehouse.embedded.Topic;
import gatehouse.embedded.users.BrokerUsers;
import gatehouse.local.broker.Broker;
import gatehouse.local.upstream.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of the suite's parts, in the order in which people read them. */
public record Blueprint(Path checkout, RunFolder run, PortPlan ports) {
  private static final int BROKER_HEAP = 192;
  private static final int MODELS_HEAP = 48;

  /** All parts. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(postgres(), kafka(), keycloak(), models()));
    for (Service service : Service.values()) {
      parts.add(service(service));
    }
    return List.copyOf(parts);
  }

  /** Those parts that the last run was to start: all, unless it was told which. */
  public List<Part> startedParts() {
    Set<String> names = run.startedParts();
    return names.isEmpty()
        ? parts()
        : parts().stream().filter(part -> names.contains(part.name())).toList();
  }

  private Part postgres() {
    List<String> databases =
        new ArrayList<>(Arrays.stream(Service.values()).map(Service::database).toList());
    databases.add("keycloak");
    int port = ports.of(Listener.POSTGRES);
    return new Part(
        "postgres",
        List.of(Listener.POSTGRES),
        Set.of(),
        Preparation.NONE,
        new Launch.Server(run.data().resolve("postgres"), port, databases),
        Probes.letsIn(port));
  }

  private Part kafka() {
    Path topics = checkout.resolve("deploy/topics.csv");
    int port = ports.of(Listener.KAFKA);
    List<String> arguments =
        List.of(
            run.data().resolve("kafka").toString(),
            Integer.toString(port),
            Integer.toString(ports.of(Listener.KAFKA_CONTROLLER)),
            run.brokerKey().toString(),
            topics.toString());
    Map<String, String> operator = run.brokerUsers().client(BrokerUsers.OPERATOR);
    Set<String> names =
        Topic.listedIn(topics).stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
    return new Part(
        "kafka",
        List.of(Listener.KAFKA, Listener.KAFKA_CONTROLLER),
        Set.of(),
        new OperatorFile(run, operator, port),
        new Launch.Command(
            new Java(run).main("kafka", BROKER_HEAP, Broker.class, arguments), Map.of(), topics),
        Probes.hasTopics(port, operator, names));
  }

  private Part keycloak() {
    KeycloakHome home = new KeycloakHome(checkout, run, ports);
    return new Part(
        "keycloak",
        List.of(Listener.KEYCLOAK, Listener.KEYCLOAK_MANAGEMENT),
        Set.of("postgres"),
        home,
        new Launch.Command(
            home.start(),
            // The administrator of Keycloak itself. Development only, like all secrets here.
            Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"),
            home.jar()),
        // Its log says "started" seconds before it really serves: both addresses must answer.
        Probes.answers(
            ports.url(Listener.KEYCLOAK_MANAGEMENT) + "/health/ready",
            ports.url(Listener.KEYCLOAK) + "/realms/hospital/.well-known/openid-configuration"));
  }

  private Part models() {
    List<String> arguments =
        List.of(
            run.upstream().toString(),
            Integer.toString(ports.of(Listener.MODEL_IN_HOUSE)),
            Integer.toString(ports.of(Listener.MODEL_PUBLIC_CLOUD)));
    return new Part(
        "models",
        List.of(Listener.MODEL_IN_HOUSE, Listener.MODEL_PUBLIC_CLOUD),
        Set.of(),
        Preparation.NONE,
        new Launch.Command(
            new Java(run).main("models", MODELS_HEAP, Models.class, arguments),
            Map.of(),
            checkout.resolve("deploy/topics.csv")),
        Probes.answers(
            ports.url(Listener.MODEL_IN_HOUSE) + "/health",
            ports.url(Listener.MODEL_PUBLIC_CLOUD) + "/health"));
  }

  private Part service(Service service) {
    Surroundings surroundings = new Surroundings(checkout, run, ports);
    return new Part(
        service.folder(),
        List.of(service.listener()),
        // Not after Keycloak: they wait for it themselves, and so start beside it.
        Set.of("postgres", "kafka"),
        service == Service.GATEWAY ? surroundings.upstreams() : Preparation.NONE,
        new Launch.Command(
            new Java(run).jar(service.folder(), service.heapMegabytes(), service.jar(checkout)),
            surroundings.of(service),
            service.jar(checkout)),
        Probes.answers(ports.url(service.listener()) + "/q/health/ready"));
  }
}
