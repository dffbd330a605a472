package gatehouse.inbox.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.embedded.Parts;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of records in one transaction: each test says what is in the run. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "inboxtest"))
class DeliveryTest {
  @Inject Delivery delivery;
  @Inject DataSource dataSource;

  /** Nobody else reads or writes it. */
  private final String topic = "runs-" + UUID.randomUUID();

  private final Set<Long> refused = new HashSet<>();
  private final List<String> parkedKeys = new ArrayList<>();
  private boolean losesDatabase;
  private long offset;
  private List<Receiver> receivers = List.of();

  @BeforeEach
  void receive() {
    receivers = List.of(new Writing());
  }

  @Test
  void aRunIsTakenInItsOrder() throws SQLException {
    boolean taken =
        delivery.deliverTogether(run(event("a", 1), event("b", 2), event("a", 3)), receivers);

    assertThat(taken).isTrue();
    assertThat(effects()).containsExactly(1L, 2L, 3L);
    assertThat(remembered()).isEqualTo(3);
  }

  @Test
  void eventsRepeatedWithinARunTakeEffectOnce() throws SQLException {
    ConsumerRecord<byte[], byte[]> first = event("a", 1);
    ConsumerRecord<byte[], byte[]> second = event("a", 2);

    boolean taken = delivery.deliverTogether(run(first, first, second, first), receivers);
    boolean again = delivery.deliverTogether(run(second, event("a", 3), first), receivers);

    assertThat(taken && again).isTrue();
    assertThat(effects()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aRunWithPoisonInItsMiddleTakesNothingAndIsTakenOneByOne() throws SQLException {
    refused.add(2L);
    List<ConsumerRecord<byte[], byte[]>> run =
        run(event("a", 1), event("sick", 2), event("sick", 3), event("b", 4));

    assertThat(delivery.deliverTogether(run, receivers)).isFalse();
    assertThat(effects()).isEmpty();
    assertThat(remembered()).isZero();
    run.forEach(record -> delivery.deliver(record, receivers));

    assertThat(effects()).containsExactly(1L, 4L);
    assertThat(parkedKeys).containsExactly("sick");
    assertThat(parked()).containsExactly("sick", "sick");
  }

  @Test
  void eventsOfAParkedKeyWaitBehindItWhileTheirRunIsTaken() throws SQLException {
    refused.add(1L);
    delivery.deliver(event("sick", 1), receivers);

    boolean taken =
        delivery.deliverTogether(run(event("a", 2), event("sick", 3), event("a", 4)), receivers);

    assertThat(taken).isTrue();
    assertThat(effects()).containsExactly(2L, 4L);
    assertThat(parked()).containsExactly("sick", "sick");
  }

  @Test
  void whatCannotBeReadIsNotTakenWithOthers() throws SQLException {
    ConsumerRecord<byte[], byte[]> illegible =
        new ConsumerRecord<>(topic, 0, offset++, "odd".getBytes(UTF_8), new byte[] {1, 2});

    assertThat(delivery.deliverTogether(run(event("a", 1), illegible), receivers)).isFalse();

    assertThat(effects()).isEmpty();
  }

  @Test
  void aDatabaseThatGoesAwayInTheMiddleUndoesTheRunAndParksNothing() throws SQLException {
    List<ConsumerRecord<byte[], byte[]>> run = run(event("a", 1), event("a", 2), event("b", 3));
    losesDatabase = true;

    assertThatThrownBy(() -> delivery.deliverTogether(run, receivers))
        .isInstanceOf(Delivery.NotNowException.class);
    assertThat(effects()).isEmpty();
    losesDatabase = false;

    assertThat(delivery.deliverTogether(run, receivers)).isTrue();
    assertThat(effects()).containsExactly(1L, 2L, 3L);
    assertThat(parked()).isEmpty();
  }

  /** Leaves a row, then fails where it is told to: so the row must go, too. */
  private final class Writing implements Receiver {
    @Override
    public String topic() {
      return topic;
    }

    @Override
    public void receive(ReceivedEvent event) {
      update("INSERT INTO effects VALUES (?, ?, ?)", topic, event.version(), event.id());
      if (refused.contains(event.version())) {
        throw new IllegalArgumentException("refused");
      }
      if (losesDatabase && event.version() == 2) {
        update("SELECT pg_terminate_backend(pg_backend_pid())");
      }
    }

    @Override
    public void parked(String key) {
      parkedKeys.add(key);
    }

    private void update(String sql, Object... parameters) {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        statement.execute();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @SafeVarargs
  private static List<ConsumerRecord<byte[], byte[]>> run(ConsumerRecord<byte[], byte[]>... all) {
    return List.of(all);
  }

  private ConsumerRecord<byte[], byte[]> event(String key, long version) {
    byte[] value = "{\"version\":%d,\"data\":{}}".formatted(version).getBytes(UTF_8);
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(topic, 0, offset++, key.getBytes(UTF_8), value);
    Map.of(
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            "gatehouse.other.thing.changed.v1",
            "ce_subject",
            key,
            "ce_time",
            "2026-11-21T08:00:00Z")
        .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return record;
  }

  private List<Long> effects() throws SQLException {
    return ask("SELECT version::text FROM effects WHERE key = ? ORDER BY ctid").stream()
        .map(Long::valueOf)
        .toList();
  }

  private int remembered() throws SQLException {
    return ask("SELECT event_id::text FROM journal.inbox WHERE topic = ?").size();
  }

  private List<String> parked() throws SQLException {
    return ask("SELECT event_key FROM journal.parked WHERE topic = ? ORDER BY record_offset");
  }

  private List<String> ask(String sql) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, topic);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          answer.add(row.getString(1));
        }
      }
    }
    return answer;
  }
}
