package gatehouse.inbox.receive;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.EmbeddedKafka;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Ports;
import gatehouse.embedded.Topic;
import gatehouse.embedded.users.BrokerUsers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

  @TempDir private Path folder = Path.of("");

  @Test
  void theOneWhoRunsItReadsWhatToDoAndNoSecret() throws Exception {
    BrokerUsers.keepKey(folder.resolve("broker.key"));
    BrokerUsers users = BrokerUsers.keyedBy(folder.resolve("broker.key"));
    BrokerUsers others = BrokerUsers.keyedBy(folder.resolve("nobodys.key"));
    int port = Ports.free();
    try (EmbeddedKafka broker =
        EmbeddedKafka.guarded(
            folder.resolve("data"),
            users.broker(Topic.services(List.of(THINGS)), port, Ports.free(), port),
            users.client(BrokerUsers.OPERATOR))) {
      broker.create(List.of(THINGS));

      assertThat(complaintOf("b", others.client("b"), broker.bootstrap()))
          .contains("SaslAuthenticationException", "set GATEHOUSE_KAFKA_USER")
          .doesNotContain(others.secretOf("b"));
      assertThat(complaintOf("a", users.client("a"), broker.bootstrap()))
          .contains("AuthorizationException", "deploy/topics.csv says who");
    }
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
}
