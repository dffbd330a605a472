package gatehouse.embedded;

import gatehouse.embedded.users.BrokerUsers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker with its controller (KRaft, one node) in this JVM, on loopback. Topics are
 * created by {@link #create}, never by a client's typing mistake: automatic creation is off. Tests
 * of services use an open one; {@link #guarded} is the suite's.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final long ADMIN_SECONDS = 30;
  private static final String ADVERTISED = "advertised.listeners";

  private final KafkaRaftServer server;
  private final Map<String, String> operator;
  private final Runnable afterwards;

  private EmbeddedKafka(KafkaRaftServer server, Map<String, String> operator, Runnable afterwards) {
    this.server = server;
    this.operator = Map.copyOf(operator);
    this.afterwards = afterwards;
  }

  /**
   * Starts a broker whose records lie in a temporary folder, on free ports, open to everybody.
   *
   * @throws IllegalStateException when it does not come up
   */
  public static EmbeddedKafka temporary() {
    try {
      Path folder = Files.createTempDirectory("gatehouse-kafka");
      Map<String, String> settings = settings(folder, open(Ports.free(), Ports.free()));
      return start(settings, Map.of(), () -> delete(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a broker over the folder, which keeps its records from run to run, open to everybody.
   *
   * @throws IllegalStateException when it does not come up, for example because a port is taken
   */
  public static EmbeddedKafka start(Path folder, int port, int controllerPort) {
    Map<String, String> settings = settings(folder, open(port, controllerPort));
    settings.putAll(soonBackAfterCrash());
    return start(settings, Map.of(), () -> {});
  }

  /**
   * Starts a broker over the folder that asks everybody who he is, and lets him do what the list of
   * topics says.
   *
   * @param door from {@link BrokerUsers#broker}
   * @param operator from {@link BrokerUsers#client}: who makes topics and rules here
   */
  public static EmbeddedKafka guarded(
      Path folder, Map<String, String> door, Map<String, String> operator) {
    Map<String, String> settings = settings(folder, door);
    settings.putAll(soonBackAfterCrash());
    return start(settings, operator, () -> {});
  }

  private static EmbeddedKafka start(
      Map<String, String> settings, Map<String, String> operator, Runnable afterwards) {
    QuietLogs.settle();
    try {
      return withOwnLoader(() -> {
        format(Path.of(settings.get("log.dirs")));
        Properties properties = new Properties();
        properties.putAll(settings);
        KafkaConfig config = KafkaConfig.fromProps(properties, false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        Map<String, String> client = new HashMap<>(operator);
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(config));
        return new EmbeddedKafka(server, client, afterwards);
      });
    } catch (Exception e) {
      throw new IllegalStateException("Kafka did not start on " + settings.get("listeners"), e);
    }
  }

  private static String bootstrap(KafkaConfig config) {
    String advertised = config.getString(ADVERTISED);
    return advertised.substring(advertised.indexOf("://") + 3);
  }

  /** {@code 127.0.0.1:<port>}. */
  public String bootstrap() {
    return Objects.requireNonNull(operator.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
  }

  /**
   * Creates those of the topics that are missing; an existing one is left as it is. Where the
   * broker asks who comes, it allows from then on what the list says, and nothing else.
   */
  public void create(List<Topic> topics) {
    try {
      withOwnLoader(() -> {
        try (Admin admin = Admin.create(new HashMap<String, Object>(operator))) {
          // Rules first: who sees all topics may rely on being let in to them.
          if (operator.containsKey(AdminClientConfig.SECURITY_PROTOCOL_CONFIG)) {
            allowOnly(Topic.rules(topics), admin);
          }
          return createMissing(topics, admin);
        }
      });
    } catch (Exception e) {
      throw new IllegalStateException("Topics were not created", e);
    }
  }

  private static void allowOnly(Set<AclBinding> wanted, Admin admin) throws Exception {
    Set<AclBinding> present =
        Set.copyOf(
            admin.describeAcls(AclBindingFilter.ANY).values().get(ADMIN_SECONDS, TimeUnit.SECONDS));
    List<AclBinding> missing = wanted.stream().filter(rule -> !present.contains(rule)).toList();
    admin.createAcls(missing).all().get(ADMIN_SECONDS, TimeUnit.SECONDS);
    List<AclBindingFilter> stale =
        present.stream().filter(rule -> !wanted.contains(rule)).map(AclBinding::toFilter).toList();
    admin.deleteAcls(stale).all().get(ADMIN_SECONDS, TimeUnit.SECONDS);
  }

  private static int createMissing(List<Topic> topics, Admin admin) throws Exception {
    Set<String> existing = admin.listTopics().names().get(ADMIN_SECONDS, TimeUnit.SECONDS);
    List<NewTopic> missing =
        topics.stream()
            .filter(topic -> !existing.contains(topic.name()))
            .map(Topic::toCreate)
            .toList();
    admin.createTopics(missing).all().get(ADMIN_SECONDS, TimeUnit.SECONDS);
    return missing.size();
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    afterwards.run();
  }

  /**
   * Kafka loads classes by name through the thread's class loader; in a Quarkus test that may be
   * another one than ours, with a second copy of Kafka.
   */
  private static <T> T withOwnLoader(Callable<T> action) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(EmbeddedKafka.class.getClassLoader());
    try {
      return action.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void format(Path folder) throws Exception {
    Files.createDirectories(folder);
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .setDirectories(List.of(folder.toString()))
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName("CONTROLLER")
          .setUnstableFeatureVersionsEnabled(false)
          .setIgnoreFormatted(true)
          .setPrintStream(nowhere)
          .run();
    }
  }

  private static Map<String, String> open(int port, int controllerPort) {
    return Map.of(
        "controller.quorum.voters",
        "1@127.0.0.1:" + controllerPort,
        "listeners",
        "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
        ADVERTISED,
        "PLAINTEXT://127.0.0.1:" + port,
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
  }

  private static Map<String, String> settings(Path folder, Map<String, String> door) {
    Map<String, String> settings = new HashMap<>(door);
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    for (String inner : List.of("offsets.topic", "transaction.state.log")) {
      settings.put(inner + ".replication.factor", "1");
      settings.put(inner + ".num.partitions", "3");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.putAll(forOneSmallMachine());
    return settings;
  }

  /**
   * A controller takes a broker back under the same id only when it has not heard of the one before
   * for so long; nobody else would serve meanwhile.
   */
  private static Map<String, String> soonBackAfterCrash() {
    return Map.of("broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "500");
  }

  private static Map<String, String> forOneSmallMachine() {
    return Map.of(
        "group.initial.rebalance.delay.ms", "0",
        // The cleaner's default buffer is 128 MB of heap; compaction needs more than 2 MB only for
        // keys by the hundred thousand.
        "log.cleaner.dedupe.buffer.size", "4194304",
        "log.cleaner.threads", "1",
        "num.network.threads", "2",
        "num.io.threads", "2",
        "background.threads", "2",
        "controlled.shutdown.enable", "false");
  }
}
