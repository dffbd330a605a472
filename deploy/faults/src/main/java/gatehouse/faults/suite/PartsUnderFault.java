package gatehouse.faults.suite;

import gatehouse.faults.plant.Plant;
import gatehouse.faults.plant.PlantAgent;
import gatehouse.local.blueprint.Blueprint;
import gatehouse.local.blueprint.Java;
import gatehouse.local.blueprint.Launch;
import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.Preparation;
import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The launcher's own parts, but for four things: services see each other, the broker and the
 * database through wires; the gateway has a second replica; there is one service more, the station;
 * and the agent that plants a bug is given to whom it concerns.
 */
final class PartsUnderFault {
  static final String STATION_TOPIC = "faults.station.v1";
  private static final int STATION_HEAP = 192;
  private static final Map<String, Listener> SERVICES =
      Map.of(
          "admission-service", Listener.ADMISSION,
          "consent-service", Listener.CONSENT,
          "incident-service", Listener.INCIDENT,
          "data-gateway", Listener.GATEWAY);

  private final Path checkout;
  private final RunFolder run;
  private final PortPlan real;
  private final Wiring wiring;
  private final Set<Plant> plants;

  PartsUnderFault(Path checkout, RunFolder run, PortPlan real, Wiring wiring, Set<Plant> plants) {
    this.checkout = checkout;
    this.run = run;
    this.real = real;
    this.wiring = wiring;
    this.plants = Set.copyOf(plants);
  }

  /** The launcher's own parts, with nothing between them. */
  Blueprint plain() {
    return new Blueprint(checkout, run, real);
  }

  /** The parts of that extent. */
  List<Part> of(Extent extent, Map<String, Integer> own) {
    List<Part> parts = new ArrayList<>();
    for (String name : extent.parts()) {
      int port = own.getOrDefault(name, 0);
      parts.add(
          withAgents(
              switch (name) {
                case "station" -> station(port);
                case Extent.SECOND_GATEWAY -> second(part("data-gateway"), port);
                default -> part(name);
              }));
    }
    return parts;
  }

  /** The same gateway once more: same database, same owners, another name and another port. */
  private static Part second(Part gateway, int port) {
    if (!(gateway.launch() instanceof Launch.Command first)) {
      throw new IllegalStateException("the gateway is a command");
    }
    Map<String, String> environment = new HashMap<>(first.environment());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("GATEHOUSE_GATEWAY_NAME", "gateway-2");
    return new Part(
        Extent.SECOND_GATEWAY,
        List.of(),
        gateway.after(),
        // The first one's prepares the file that both read.
        Preparation.NONE,
        new Launch.Command(first.arguments(), environment, first.needed()),
        () -> Answers.ok("http://127.0.0.1:" + port + "/q/health/ready"));
  }

  private Part part(String name) {
    Listener own = SERVICES.get(name);
    PortPlan plan = own == null ? real : wiring.seenBy(name).with(own, real.of(own));
    Part part =
        new Blueprint(checkout, run, plan)
            .parts().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return switch (part.launch()) {
      case Launch.Server server ->
          with(
              part,
              new Launch.Server(
                  server.folder(), server.port(), plus(server.databases(), "station")));
      case Launch.Command command when name.equals("kafka") -> with(part, broker(command));
      case Launch.Command command when name.equals("data-gateway") -> with(part, gateway(command));
      case Launch.Command _ -> part;
    };
  }

  /** The same broker, with the station's topic, telling its clients to come through the wire. */
  private Launch.Command broker(Launch.Command command) {
    List<String> arguments = new ArrayList<>(command.arguments());
    arguments.set(arguments.size() - 1, topics().toString());
    arguments.add(Integer.toString(broker()));
    return new Launch.Command(arguments, command.environment(), command.needed());
  }

  /** The same gateway, of which nobody takes a minute to notice that it was killed. */
  private static Launch.Command gateway(Launch.Command command) {
    Map<String, String> environment = new HashMap<>(command.environment());
    environment.put("GATEHOUSE_PROCESS_SILENCE", "PT5S");
    return new Launch.Command(command.arguments(), environment, command.needed());
  }

  private int broker() {
    return wiring.before(Listener.KAFKA).port();
  }

  private Path topics() {
    Path file = run.path().resolve("topics.csv");
    try {
      Files.createDirectories(run.path());
      Files.write(
          file,
          plus(
              Files.readAllLines(checkout.resolve("deploy/topics.csv")),
              STATION_TOPIC + ",3,delete,station,station"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private Part station(int port) {
    Path jar = checkout.resolve("deploy/faults/station/target/quarkus-app/quarkus-run.jar");
    List<String> command = new Java(run).jar("station", STATION_HEAP, jar);
    Map<String, String> environment = new HashMap<>(run.brokerUsers().variables("station"));
    environment.put(
        "GATEHOUSE_DB_URL",
        "jdbc:postgresql://127.0.0.1:"
            + wiring.seenBy("station").of(Listener.POSTGRES)
            + "/station");
    environment.put("GATEHOUSE_KAFKA", "127.0.0.1:" + broker());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    // It has nothing to protect, and so it can run where no issuer does.
    environment.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
    return new Part(
        "station",
        List.of(),
        Set.of("postgres", "kafka"),
        Preparation.NONE,
        new Launch.Command(command, environment, jar),
        () -> Answers.ok("http://127.0.0.1:" + port + "/q/health/ready"));
  }

  /** The part as it is, but that its clock can be shifted, and with the bugs that concern it. */
  private Part withAgents(Part part) {
    if (!Extent.keepsTime(part.name()) || !(part.launch() instanceof Launch.Command command)) {
      return part;
    }
    Part made = withAgent(part, command, PlantAgent.CLOCK + "=" + Clocks.file(run, part.name()));
    for (Plant plant : plants) {
      made = plant.concerns(part.name()) ? planted(made, plant) : made;
    }
    return made;
  }

  /** The part with a bug in it. */
  Part planted(Part part, Plant bug) {
    if (!(part.launch() instanceof Launch.Command command)) {
      throw new IllegalArgumentException(part.name() + " has no place for a bug");
    }
    return withAgent(part, command, bug.label());
  }

  private Part withAgent(Part part, Launch.Command command, String option) {
    List<String> arguments = new ArrayList<>(command.arguments());
    Path agent = checkout.resolve("deploy/faults/target/faults/gatehouse-faults.jar");
    arguments.add(arguments.indexOf("-jar"), "-javaagent:" + agent + "=" + option);
    return with(part, new Launch.Command(arguments, command.environment(), command.needed()));
  }

  private static Part with(Part part, Launch launch) {
    return new Part(
        part.name(), part.listeners(), part.after(), part.preparation(), launch, part.probe());
  }

  private static List<String> plus(List<String> list, String more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }
}
