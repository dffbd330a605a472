package gatehouse.inbox.receive;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.EmbeddedKafka;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Ports;
import gatehouse.embedded.Topic;
import gatehouse.embedded.users.BrokerUsers;
import gatehouse.inbox.InboxSettings;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.publish.LoginDemand;
import gatehouse.journal.publish.UnmetDemand;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader whom a broker with users and access rules does not let in, or not to that topic. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "inboxtest"))
class RefusedByBrokerTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Topic THINGS =
      new Topic("a.thing.v1", 1, Topic.Cleanup.DELETE, "a", Set.of("b"));

  @Inject Delivery delivery;
  @Inject InboxSettings inbox;
  @Inject JournalSettings settings;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> open;

  @TempDir private Path folder = Path.of("");

  @Test
  void theOneWhoRunsItReadsWhatToDoAndNoSecret() throws Exception {
    BrokerUsers users = users();
    BrokerUsers others = BrokerUsers.keyedBy(folder.resolve("nobodys.key"));
    try (EmbeddedKafka broker = guarded(users)) {
      assertThat(complaintOf("b", others.client("b"), broker.bootstrap()))
          .contains("SaslAuthenticationException", "set GATEHOUSE_KAFKA_USER")
          .doesNotContain(others.secretOf("b"));
      assertThat(complaintOf("a", users.client("a"), broker.bootstrap()))
          .contains("AuthorizationException", "deploy/topics.csv says who");
    }
  }

  /** Kafka's own clients see nothing but connections that end. */
  @Test
  void whoIsToldToHaveNoLoginReadsThatTheBrokerWantsOne() throws Exception {
    BrokerUsers users = users();
    Alarms alarms = Alarms.of(UnmetDemand.class);
    try (EmbeddedKafka broker = guarded(users)) {
      Map<String, Object> plain =
          Map.of("bootstrap.servers", broker.bootstrap(), "security.protocol", "PLAINTEXT");
      Receivers receivers = new Receivers(settings, List.of(new Ignoring()), delivery, plain);
      Watchdog watchdog =
          new Watchdog(inbox, settings, receivers, plain, new SimpleMeterRegistry());
      receivers.start(new StartupEvent());
      watchdog.start(new StartupEvent());
      try {
        Eventually.holds("said", SOON, () -> !alarms.errors().isEmpty());
        assertThat(watchdog.needsLogin()).as("there is some patience first").isFalse();
        Eventually.holds("held against the readers", SOON, watchdog::needsLogin);
        Eventually.holds("told", SOON, () -> watchdog.stalled().equals(List.of(THINGS.name())));
        assertThat(alarms.errors())
            .singleElement()
            .asString()
            .contains("the broker wants a login and we were told to have none")
            .contains(
                "set GATEHOUSE_KAFKA_PROTOCOL", "GATEHOUSE_KAFKA_MECHANISM to one of [PLAIN]");
      } finally {
        watchdog.stop(new ShutdownEvent());
        receivers.stop(new ShutdownEvent());
        alarms.close();
      }
    }
  }

  @Test
  void nobodyIsAskedForALoginWhereNoneIsWantedOrOneIsThere() throws Exception {
    BrokerUsers users = users();
    try (EmbeddedKafka broker = guarded(users)) {
      Map<String, Object> known = new HashMap<>(users.client("b"));
      known.put("bootstrap.servers", broker.bootstrap());
      assertThat(new LoginDemand(known).remedy()).isEmpty();
    }
    assertThat(new LoginDemand(open).remedy()).isEmpty();
    String nowhere = "127.0.0.1:" + Ports.free();
    assertThat(new LoginDemand(Map.of("bootstrap.servers", nowhere)).remedy()).isEmpty();
    assertThat(new LoginDemand(Map.of("bootstrap.servers", "broker.invalid:9092")).remedy())
        .isEmpty();
  }

  private BrokerUsers users() {
    BrokerUsers.keepKey(folder.resolve("broker.key"));
    return BrokerUsers.keyedBy(folder.resolve("broker.key"));
  }

  private EmbeddedKafka guarded(BrokerUsers users) {
    int port = Ports.free();
    EmbeddedKafka broker =
        EmbeddedKafka.guarded(
            folder.resolve("data"),
            users.broker(Topic.services(List.of(THINGS)), port, Ports.free(), port),
            users.client(BrokerUsers.OPERATOR));
    broker.create(List.of(THINGS));
    return broker;
  }

  /** Although it goes on trying, there is only one. */
  private String complaintOf(String service, Map<String, String> login, String bootstrap)
      throws Exception {
    Map<String, Object> settings = new HashMap<>(login);
    settings.put("bootstrap.servers", bootstrap);
    TopicLoop loop =
        new TopicLoop(THINGS.name(), service + '.' + THINGS.name(), List.of(), delivery, settings);
    Alarms alarms = Alarms.of(TopicLoop.class);
    try {
      loop.start();
      Eventually.holds(
          "tried more than once",
          SOON,
          () -> !alarms.errors().isEmpty() && loop.sinceLastTurn().toSeconds() > 4);
      assertThat(loop.isAlive()).isTrue();
      assertThat(alarms.errors()).hasSize(1);
      return alarms.errors().getFirst();
    } finally {
      loop.askToStop();
      loop.awaitStop();
      alarms.close();
    }
  }

  private static final class Ignoring implements Receiver {
    @Override
    public String topic() {
      return THINGS.name();
    }

    @Override
    public void receive(ReceivedEvent event) {
      // Nothing ever comes.
    }
  }
}
