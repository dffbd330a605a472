package gatehouse.consent.stop;

import static gatehouse.consent.Hospital.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.consent.Hospital;
import gatehouse.embedded.Topics;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * What other services say on the real topics, by their own examples. Each word is taken, or put
 * aside, when its method returns.
 */
final class OtherServices {
  private static final String TOPIC = "incident.stop.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Path EXAMPLES = Path.of("../incident-service/contracts/events");
  private static final Path ADMISSIONS_EXAMPLE =
      Path.of("../admission-service/contracts/events/application-status-changed.v1.example.json");

  private static final String HEARD =
      "SELECT (SELECT count(*) FROM journal.inbox WHERE topic = ?)"
          + " + (SELECT count(*) FROM journal.parked WHERE topic = ?)";

  private final DataSource dataSource;

  OtherServices(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The person has signed for the application; gives the application. */
  static String agreed(String application, String number) {
    String scopeId = Hospital.scope(application);
    Hospital.template(scopeId);
    Hospital.grant(scopeId, number);
    return application;
  }

  void stop(String id, String kind, String value) {
    ObjectNode event = example("stop-issued");
    ObjectNode data = (ObjectNode) event.get("data");
    data.put("stopId", id);
    ((ObjectNode) data.get("scope")).put("kind", kind).put("value", value);
    publish(id, "issued", event);
  }

  void lift(String id) {
    ObjectNode event = example("stop-lifted");
    ((ObjectNode) event.get("data")).put("stopId", id);
    publish(id, "lifted", event);
  }

  /** Bytes on the topic of stops that are no event. */
  void nonsense(String key) {
    taken(TOPIC, () -> Topics.publishIllegible(TOPIC, key));
  }

  void ofApplication(String id, String code, String department, long version) {
    ObjectNode event = read(ADMISSIONS_EXAMPLE);
    event.put("aggregateId", id).put("version", version);
    ((ObjectNode) event.get("data"))
        .put("applicationId", id)
        .put("application", code)
        .put("department", department);
    String topic = "admission.application.v1";
    String type = "gatehouse.admission.application.status-changed.v1";
    taken(topic, () -> Topics.publish(topic, id, type, event.toString()));
  }

  /** An operator gives up whatever was put aside. */
  static void giveUpWhatIsParked() {
    Response parked = as("admin", "ADMIN").get("/v1/journal/parked");
    for (Number offset : parked.<List<Number>>path("offset")) {
      as("admin", "ADMIN")
          .body(Map.of("topic", TOPIC, "partition", 0, "offset", offset))
          .post("/v1/journal/parked/discard")
          .then()
          .statusCode(200);
    }
  }

  private void publish(String id, String what, ObjectNode event) {
    event.put("aggregateId", id);
    String type = "gatehouse.incident.stop." + what + ".v1";
    taken(TOPIC, () -> Topics.publish(TOPIC, id, type, event.toString()));
  }

  /**
   * Returns when the service has taken what is published, or put it aside. Whatever follows from it
   * must be so at that moment: nothing here is waited for that may never come.
   */
  private void taken(String topic, Runnable publishing) {
    long before = heard(topic);
    long end = System.nanoTime() + PATIENCE.toNanos();
    publishing.run();
    while (heard(topic) == before) {
      assertThat(System.nanoTime()).as("taken within " + PATIENCE).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Events of the topic that were taken or put aside so far. */
  private long heard(String topic) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(HEARD)) {
      select.setString(1, topic);
      select.setString(2, topic);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode example(String name) {
    return read(EXAMPLES.resolve(name + ".v1.example.json"));
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
