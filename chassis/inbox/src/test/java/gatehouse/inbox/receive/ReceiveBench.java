package gatehouse.inbox.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.embedded.Parts;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * Prints how many events a second are taken, one by one and in runs, each with a row as its effect,
 * against a PostgreSQL of the tests. No broker takes part. No test: run with
 *
 * <pre>./mvnw -pl chassis/inbox test -Dtest=ReceiveBench -Devents=20000</pre>
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "inboxtest"))
class ReceiveBench {
  private static final int RUN = 100;
  private static final int KEYS = 24;

  @Inject Delivery delivery;
  @Inject DataSource dataSource;

  @Test
  void events() {
    int count = Integer.getInteger("events", 20_000);
    for (int round = 1; round <= 2; round++) {
      print(round, "one by one", count, this::oneByOne);
      print(round, "runs of " + RUN, count, this::inRuns);
    }
  }

  private void print(
      int round, String how, int count, Consumer<List<ConsumerRecord<byte[], byte[]>>> take) {
    List<ConsumerRecord<byte[], byte[]>> records = records(count);
    long begun = System.nanoTime();
    take.accept(records);
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("round %d, %-12s %,8.0f events/s%n", round, how, count / seconds);
  }

  private void oneByOne(List<ConsumerRecord<byte[], byte[]>> records) {
    records.forEach(record -> delivery.deliver(record, List.of(new Writing())));
  }

  private void inRuns(List<ConsumerRecord<byte[], byte[]>> records) {
    for (int from = 0; from < records.size(); from += RUN) {
      List<ConsumerRecord<byte[], byte[]>> run =
          records.subList(from, Math.min(records.size(), from + RUN));
      if (!delivery.deliverTogether(run, List.of(new Writing()))) {
        throw new IllegalStateException("nothing in it is poison");
      }
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(int count) {
    String topic = "bench-" + UUID.randomUUID();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String key = "c-" + i % KEYS;
      byte[] value =
          "{\"version\":%d,\"data\":{\"name\":\"%s\"}}".formatted(i, key).getBytes(UTF_8);
      ConsumerRecord<byte[], byte[]> record =
          new ConsumerRecord<>(topic, 0, i, key.getBytes(UTF_8), value);
      Map.of(
              "ce_id",
              UUID.randomUUID().toString(),
              "ce_type",
              "gatehouse.station.counter.turned.v1",
              "ce_subject",
              key,
              "ce_time",
              "2026-11-21T08:00:00Z")
          .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
      records.add(record);
    }
    return records;
  }

  private final class Writing implements Receiver {
    @Override
    public String topic() {
      return "";
    }

    @Override
    public void receive(ReceivedEvent event) {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement insert =
              connection.prepareStatement("INSERT INTO effects VALUES (?, ?, ?)")) {
        insert.setString(1, event.subject());
        insert.setLong(2, event.version());
        insert.setObject(3, event.id());
        insert.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
