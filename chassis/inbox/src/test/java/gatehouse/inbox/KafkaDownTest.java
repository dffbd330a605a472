package gatehouse.inbox;

import static io.restassured.RestAssured.given;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "inboxalone"),
      @ResourceArg(name = "kafka", value = "false")
    })
class KafkaDownTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** Longer than a reader may stall. */
  private static final Duration LONG = Duration.ofSeconds(6);

  private static final Actor TESTER = new Actor("TESTER", "dev.nobody");

  @Inject Journal journal;
  @Inject DataSource dataSource;

  @Test
  void writingNumberingAndReadinessGoOn() throws Exception {
    String appended =
        QuarkusTransaction.requiringNew().call(() -> journal.append(entry("alone"))).toString();
    String recorded = journal.record(entry("alone-too")).toString();

    Eventually.holds(
        "both numbered", SOON, () -> numbered().containsAll(List.of(appended, recorded)));
    long since = System.nanoTime();
    Eventually.holds("away for long", SOON, () -> System.nanoTime() - since > LONG.toNanos());
    // Not at every moment: on a busy machine a thread may be late. Of Kafka's being away the
    // service would not recover here.
    Eventually.holds("ready", SOON, () -> given().get("/q/health/ready").statusCode() == 200);
  }

  private static Entry entry(String subject) {
    return Entry.of("gatehouse.stage.thing.changed.v1", subject)
        .by(TESTER)
        .data(Map.of("n", 1))
        .topic(Effects.TOPIC)
        .version(1)
        .build();
  }

  private List<String> numbered() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id::text FROM journal.entries JOIN journal.leaves USING (position)");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }
}
