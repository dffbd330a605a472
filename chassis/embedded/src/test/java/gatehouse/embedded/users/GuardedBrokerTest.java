package gatehouse.embedded.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.embedded.EmbeddedKafka;
import gatehouse.embedded.Ports;
import gatehouse.embedded.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker with the access rules of {@code deploy/topics.csv}, as deploy/local starts it. */
class GuardedBrokerTest {
  private static final String STOPS = "incident.stop.v1";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PATIENCE = 20_000_000_000L;

  private static final int PORT = Ports.free();
  private static final int CONTROLLER_PORT = Ports.free();

  @TempDir private static Path folder = Path.of("");

  private static BrokerUsers users;
  private static EmbeddedKafka broker;

  @BeforeAll
  static void start() {
    Path key = folder.resolve("broker.key");
    BrokerUsers.keepKey(key);
    users = BrokerUsers.keyedBy(key);
    broker = start(folder.resolve("data"), PORT, CONTROLLER_PORT, Topic.ofThisCheckout());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aWriterWritesAndAReaderReads() throws Exception {
    write("incident-service", STOPS, "issued");

    assertThat(read("data-gateway", "data-gateway." + STOPS, STOPS)).contains("issued");
  }

  @Test
  void nobodyButItsWriterWritesATopic() {
    for (String other : List.of("admission-service", "consent-service", "data-gateway")) {
      assertThatThrownBy(() -> write(other, STOPS, "forged"))
          .as(other)
          .hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void whoIsNotOnTheListReadsNothing() {
    assertThatThrownBy(() -> read("data-gateway", "data-gateway.x", "consent.withdrawal.v1"))
        .isInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void aReaderReadsInGroupsOfItsOwnOnly() {
    assertThatThrownBy(() -> read("data-gateway", "consent-service." + STOPS, STOPS))
        .isInstanceOf(GroupAuthorizationException.class);
  }

  @Test
  void aReaderMayAskHowLongATopicIsKept() {
    assertThatCode(() -> describe("consent-service", STOPS)).doesNotThrowAnyException();
    assertThatThrownBy(() -> describe("consent-service", "gateway.block.v1"))
        .hasRootCauseInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void noServiceMakesTopicsOrRules() {
    try (Admin admin = Admin.create(settings("incident-service"))) {
      assertThatThrownBy(() ->
              admin
                  .createTopics(List.of(new NewTopic("incident.other.v1", 1, (short) 1)))
                  .all()
                  .get())
          .hasRootCauseInstanceOf(TopicAuthorizationException.class);
      assertThatThrownBy(() ->
              admin.createAcls(AccessRules.writes("incident-service", STOPS).toList()).all().get())
          .hasRootCauseInstanceOf(ClusterAuthorizationException.class);
    }
  }

  @Test
  void nobodyGetsInWithoutAUser() {
    Map<String, Object> nobody = new HashMap<>();
    nobody.put("bootstrap.servers", broker.bootstrap());
    assertThatThrownBy(() -> topics(nobody)).hasRootCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void nobodyGetsInWithAnothersSecret() {
    Map<String, Object> settings = settings("consent-service");
    settings.computeIfPresent(
        "sasl.jaas.config", (_, login) -> login.toString().replace("consent-service", "operator"));
    assertThatThrownBy(() -> topics(settings))
        .hasRootCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void theControllersPortIsNoSecondDoor() {
    Map<String, Object> nobody = new HashMap<>();
    nobody.put("bootstrap.controllers", "127.0.0.1:" + CONTROLLER_PORT);
    Map<String, Object> service = settings("incident-service");
    service.remove("bootstrap.servers");
    service.putAll(nobody);

    assertThatThrownBy(() -> cluster(nobody)).hasRootCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> cluster(service))
        .hasRootCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void aRuleThatTheListNoLongerHasIsTakenAway(@TempDir Path other) throws Exception {
    Topic before = new Topic("a.b.v1", 1, Topic.Cleanup.DELETE, "a", Set.of("b", "c"));
    Topic after = new Topic("a.b.v1", 1, Topic.Cleanup.DELETE, "a", Set.of("b"));
    int port = Ports.free();
    int controllerPort = Ports.free();
    for (Topic topic : List.of(before, after)) {
      // The same folder again: what a killed broker knew, its metadata log still knows.
      try (EmbeddedKafka again = start(other, port, controllerPort, List.of(topic));
          Admin admin = Admin.create(settings(again, "operator"))) {
        assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get(20, TimeUnit.SECONDS))
            .containsExactlyInAnyOrderElementsOf(Topic.rules(List.of(topic)));
      }
    }
  }

  private static EmbeddedKafka start(Path data, int port, int controllerPort, List<Topic> topics) {
    EmbeddedKafka started =
        EmbeddedKafka.guarded(
            data,
            users.broker(Topic.services(topics), port, controllerPort, port),
            users.client(BrokerUsers.OPERATOR));
    started.create(topics);
    return started;
  }

  private static Map<String, Object> settings(String user) {
    return settings(broker, user);
  }

  private static Map<String, Object> settings(EmbeddedKafka at, String user) {
    Map<String, Object> settings = new HashMap<>(users.client(user));
    settings.put("bootstrap.servers", at.bootstrap());
    return settings;
  }

  private static void write(String user, String topic, String value)
      throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings(user), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", value)).get(20, TimeUnit.SECONDS);
    }
  }

  private static List<String> read(String user, String group, String topic) {
    Map<String, Object> settings = settings(user);
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      List<String> values = List.of();
      long end = System.nanoTime() + PATIENCE;
      while (values.isEmpty() && System.nanoTime() < end) {
        List<String> polled = new ArrayList<>();
        consumer.poll(POLL).forEach(record -> polled.add(record.value()));
        values = polled;
      }
      consumer.commitSync();
      return values;
    }
  }

  private static void describe(String user, String topic) throws Exception {
    try (Admin admin = Admin.create(settings(user))) {
      admin
          .describeConfigs(List.of(new ConfigResource(ConfigResource.Type.TOPIC, topic)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
  }

  private static Collection<String> topics(Map<String, Object> settings) throws Exception {
    try (Admin admin = hasty(settings)) {
      return admin.listTopics().names().get();
    }
  }

  private static String cluster(Map<String, Object> settings) throws Exception {
    try (Admin admin = hasty(settings)) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static Admin hasty(Map<String, Object> settings) {
    Map<String, Object> hasty = new HashMap<>(settings);
    hasty.put("request.timeout.ms", "1500");
    hasty.put("default.api.timeout.ms", "2500");
    return Admin.create(hasty);
  }
}
