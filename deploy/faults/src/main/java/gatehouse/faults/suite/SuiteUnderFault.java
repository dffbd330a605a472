package gatehouse.faults.suite;

import gatehouse.embedded.Ports;
import gatehouse.embedded.users.BrokerUsers;
import gatehouse.faults.plant.Plant;
import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import gatehouse.local.processes.Announcements;
import gatehouse.local.processes.CannotStart;
import gatehouse.local.processes.Mark;
import gatehouse.local.processes.PreparedServer;
import gatehouse.local.processes.RunningSuite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The packaged suite on free ports, with a handle on each of its processes and wires. */
public final class SuiteUnderFault implements AutoCloseable {
  private static final int TRIES = 5;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunFolder run;
  private final Extent extent;
  private final PortPlan real;

  /** The ports of the parts that only the harness has. */
  private final Map<String, Integer> own =
      Map.of("station", Ports.free(), Extent.SECOND_GATEWAY, Ports.free());

  private final Wiring wiring;
  private final PartsUnderFault making;
  private final List<Part> parts;
  private final RunningSuite running;
  private final FullDisk disk;
  private final PacketFilter packets;
  private boolean isKept;

  private SuiteUnderFault(
      Path checkout, RunFolder run, Extent extent, Set<Plant> plants, RunningSuite running) {
    this.run = run;
    this.extent = extent;
    this.real = PortPlan.from(Ports::free);
    this.wiring = new Wiring(real);
    this.running = running;
    this.disk = FullDisk.under(run.data());
    this.packets = PacketFilter.of(run.path());
    this.making = new PartsUnderFault(checkout, run, real, wiring, plants);
    this.parts = new CopyOnWriteArrayList<>(making.of(extent, own));
  }

  /**
   * Claims the run's folder and forgets what an earlier run left in it; nothing is started yet.
   *
   * @param plants the bugs that are planted
   * @throws CannotStart when a run uses the folder already
   */
  public static SuiteUnderFault fresh(
      Path checkout, RunFolder run, Extent extent, Set<Plant> plants, Announcements out) {
    RunningSuite running = RunningSuite.claim(run, out);
    running.forgetData();
    return new SuiteUnderFault(checkout, run, extent, plants, running);
  }

  /**
   * Claims the run's folder with the data that {@link #keepData} has left in it.
   *
   * @throws CannotStart when a run uses the folder already
   */
  public static SuiteUnderFault resumed(
      Path checkout, RunFolder run, Extent extent, Announcements out) {
    RunningSuite running = RunningSuite.claim(run, out);
    SuiteUnderFault suite = new SuiteUnderFault(checkout, run, extent, Set.of(), running);
    suite.disk.restoreFrom(suite.kept());
    return suite;
  }

  /** From now on the data outlive {@link #close}. */
  public void keepData() {
    isKept = true;
  }

  private Path kept() {
    return run.path().resolve("kept-data");
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @throws CannotStart when something is not built or does not come up
   */
  public void start(Announcements out) {
    PreparedServer.give(making.plain(), parts, out);
    running.start(parts, real);
  }

  public Extent extent() {
    return extent;
  }

  public RunFolder run() {
    return run;
  }

  /** The disk of database and broker. */
  public FullDisk disk() {
    return disk;
  }

  /** What the kernel drops of this run's packets. */
  public PacketFilter packets() {
    return packets;
  }

  /** The kinds of faults that this machine does not let us bring about. */
  public List<LeftOut> leftOut() {
    return Stream.of(disk.leftOut(), packets.leftOut()).flatMap(Optional::stream).toList();
  }

  /** The wire before a listener. */
  public Wire wire(Listener listener) {
    return wiring.before(listener);
  }

  /** The wire on which the owner of the stops, and nobody else, reaches its database. */
  public Wire ownersDatabase() {
    return wiring.beforeOwnersDatabase();
  }

  /** A port as it really is, past the wires. */
  public int port(Listener listener) {
    return real.of(listener);
  }

  /** Where a service answers, past the wires. */
  public String url(String service) {
    return "http://127.0.0.1:" + portOf(service);
  }

  /** The port of a service, past the wires. */
  public int portOf(String service) {
    Integer port = own.get(service);
    return port != null
        ? port
        : switch (service) {
          case "admission-service" -> port(Listener.ADMISSION);
          case "consent-service" -> port(Listener.CONSENT);
          case "incident-service" -> port(Listener.INCIDENT);
          case "data-gateway" -> port(Listener.GATEWAY);
          default -> throw new IllegalArgumentException("no service is called " + service);
        };
  }

  /** The broker for its operator, past the wire only for the first contact. */
  public Map<String, Object> broker() {
    Map<String, Object> settings = new HashMap<>(run.brokerUsers().client(BrokerUsers.OPERATOR));
    settings.put("bootstrap.servers", "127.0.0.1:" + port(Listener.KAFKA));
    return settings;
  }

  /** The database of a service, for whoever looks from outside. */
  public String database(String service) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&connectTimeout=3&socketTimeout=60"
        .formatted(port(Listener.POSTGRES), Extent.database(service));
  }

  /** SIGKILL, to the part and all that it has started; returns when it is gone. */
  public void kill(String part) {
    process(part)
        .ifPresent(process -> {
          List<ProcessHandle> children = process.descendants().toList();
          Signals.kill(process);
          process.onExit().join();
          children.forEach(child -> child.onExit().join());
        });
  }

  /** SIGSTOP. */
  public void pause(String part) {
    process(part).ifPresent(Signals::pause);
  }

  /** SIGCONT. */
  public void goOn(String part) {
    process(part).ifPresent(Signals::goOn);
  }

  /** The services whose clocks can be shifted, both gateways among them. */
  public List<String> clocks() {
    return extent.parts().stream().filter(Extent::keepsTime).toList();
  }

  /** Shifts a service's clock against the machine's. */
  public void shift(String part, Duration by) {
    Clocks.shift(run, part, by);
  }

  /** Whether the part's process lives. */
  public boolean lives(String part) {
    return process(part).isPresent();
  }

  /** Ends whatever the bugs concern and starts it again with them in it, for good. */
  public void plant(Plant... bugs) throws InterruptedException {
    List<String> changed = new ArrayList<>();
    for (Part part : List.copyOf(parts)) {
      Part planted = part;
      for (Plant bug : bugs) {
        planted = bug.concerns(part.name()) ? making.planted(planted, bug) : planted;
      }
      if (!planted.equals(part)) {
        kill(part.name());
        parts.set(parts.indexOf(part), planted);
        changed.add(part.name());
      }
    }
    Together.each(changed, this::bringBack);
  }

  /** Starts the part again and returns when it is ready; one that lives is left alone. */
  public void bringBack(String part) throws InterruptedException {
    Part again = parts.stream().filter(one -> one.name().equals(part)).findFirst().orElseThrow();
    // One that lives may be about to end, as a broker does behind a disk that was full.
    for (int attempt = 1; ; attempt++) {
      start(again);
      if (becomesReady(again)) {
        return;
      }
      if (attempt == TRIES) {
        throw new IllegalStateException(part + " ends whenever it is started: its log says why");
      }
    }
  }

  private void start(Part part) throws InterruptedException {
    for (int attempt = 1; !lives(part.name()); attempt++) {
      try {
        running.startAgain(part);
      } catch (RuntimeException e) {
        if (attempt == TRIES || running.isStopping()) {
          throw e;
        }
        kill(part.name());
      }
    }
  }

  /** Brings back whatever has ended, mends every wire, and returns when all parts are ready. */
  public void heal() throws InterruptedException {
    packets.letThrough();
    wiring.mendAll();
    disk.free();
    clocks().forEach(part -> shift(part, Duration.ZERO));
    for (Part part : parts) {
      goOn(part.name());
      bringBack(part.name());
    }
  }

  /** Whether it did, and has not ended before. */
  private boolean becomesReady(Part part) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!part.probe().passes() && !running.isStopping()) {
      if (!lives(part.name())) {
        return false;
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            part.name() + " lives but is not ready; see " + run.log(part.name()));
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return true;
  }

  private Optional<ProcessHandle> process(String part) {
    return Mark.of(run, part).flatMap(Mark::process);
  }

  @Override
  public void close() {
    packets.close();
    wiring.mendAll();
    parts.forEach(part -> goOn(part.name()));
    running.close();
    wiring.close();
    if (isKept) {
      disk.keepIn(kept());
    }
    disk.close();
  }
}
