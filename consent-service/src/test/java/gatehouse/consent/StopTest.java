package gatehouse.consent;

import static gatehouse.consent.Hospital.as;
import static gatehouse.consent.Hospital.decide;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.grant;
import static gatehouse.consent.Hospital.named;
import static gatehouse.consent.Hospital.scope;
import static gatehouse.consent.Hospital.template;
import static gatehouse.consent.Hospital.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Topics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What incident-service says of stops on the real topic, by its own examples, denies here. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class StopTest {
  private static final String TOPIC = "incident.stop.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Path EXAMPLES = Path.of("../incident-service/contracts/events");
  private static final Path ADMISSIONS_EXAMPLE =
      Path.of("../admission-service/contracts/events/application-status-changed.v1.example.json");

  private static final String HEARD =
      "SELECT (SELECT count(*) FROM journal.inbox WHERE topic = ?)"
          + " + (SELECT count(*) FROM journal.parked WHERE topic = ?)";

  @Inject TestClock clock;
  @Inject DataSource dataSource;

  private final String stopId = UUID.randomUUID().toString();
  private final String application = fresh("stopped");
  private final String number = fresh("00");

  /** No stop may reach beyond its test. */
  @AfterEach
  void end() {
    lift(stopId);
    giveUpWhatIsParked();
    assertThat(verdict(agreed(fresh("after")), number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopDeniesWithItsReasonUntilItIsLifted() {
    agreed(application);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");

    stop(stopId, "APPLICATION", ' ' + application.toUpperCase(Locale.ROOT));
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");

    Response denied = decide(application, number, "NOTES");
    assertThat(denied.<List<String>>path("reasons.code")).containsExactly("APPLICATION_STOPPED");
    assertThat(denied.<List<String>>path("clauses")).containsExactly("G-51");
    assertThat(denied.<List<String>>path("obligations")).containsExactly("USE_MANUAL_ROUTE");
    assertThat(denied.header("Cache-Control")).contains("no-store");
    lift(stopId);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void anotherApplicationsStopAndALiftThatOvertookItsStopDenyNothing() {
    agreed(application);
    lift(stopId);
    stop(stopId, "APPLICATION", application);
    String other = UUID.randomUUID().toString();
    String otherApplication = agreed(fresh("other"));
    stop(other, "APPLICATION", otherApplication);

    assertThat(verdict(otherApplication, number, "NOTES")).isEqualTo("DENY");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
    lift(other);
    assertThat(verdict(otherApplication, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void liftingOneOfTwoStopsLeavesTheOther() {
    agreed(application);
    String second = UUID.randomUUID().toString();
    String third = UUID.randomUUID().toString();
    String later = agreed(fresh("later"));
    stop(stopId, "APPLICATION", application);
    stop(second, "APPLICATION", application);
    lift(stopId);
    stop(third, "APPLICATION", later);
    assertThat(verdict(later, number, "NOTES")).isEqualTo("DENY");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    lift(second);
    lift(third);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aDepartmentsStopReachesItsApplicationsAndThoseNobodyHasToldOf() {
    agreed(application);
    stop(stopId, "DEPARTMENT", "SURGERY");
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");

    tellOf(application, "RADIOLOGY", 1);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
    tellOf(application, "SURGERY", 2);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }

  @Test
  @Clause("G-51")
  void aStopThatCannotBeUnderstoodStopsEverything() {
    agreed(application);

    stop(stopId, "WARD", "7");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }

  @Test
  @Clause("G-51")
  void bytesThatAreNoEventDenyEverythingUntilAnOperatorGivesThemUp() {
    agreed(application);

    taken(TOPIC, () -> Topics.publishIllegible(TOPIC, stopId));

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    giveUpWhatIsParked();
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopThatIsRefusedToTheEndDeniesEverything() {
    agreed(application);

    // PostgreSQL takes no text with a NUL, so the stop can be read and never be kept.
    stop(stopId, "APPLICATION", "another\0");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    giveUpWhatIsParked();
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void whoAsksAboutAMomentGetsThatMomentsAnswer() {
    agreed(application);
    clock.pass(Duration.ofMinutes(1));
    Instant before = clock.instant();
    clock.pass(Duration.ofMinutes(1));
    stop(stopId, "APPLICATION", application);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    clock.pass(Duration.ofMinutes(1));
    Instant during = clock.instant();
    clock.pass(Duration.ofMinutes(1));
    lift(stopId);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
    clock.pass(Duration.ofMinutes(1));

    assertThat(asKnown(before)).isEqualTo("PERMIT");
    assertThat(asKnown(during)).isEqualTo("DENY");
    assertThat(asKnown(clock.instant())).isEqualTo("PERMIT");
  }

  private String asKnown(Instant at) {
    Map<String, Object> question =
        Map.of(
            "application",
            application,
            "patient",
            named(number),
            "purpose",
            "CARE",
            "categories",
            List.of("NOTES"));
    return as("han.auditor", "AUDITOR")
        .body(Map.of("question", question, "at", at.toString(), "knownAt", at.toString()))
        .post("/v1/decisions/as-known")
        .then()
        .statusCode(200)
        .extract()
        .path("decision");
  }

  /** The person has signed for the application; gives the application. */
  private String agreed(String code) {
    String scopeId = scope(code);
    template(scopeId);
    grant(scopeId, number);
    return code;
  }

  private void stop(String id, String kind, String value) {
    ObjectNode event = example("stop-issued");
    ObjectNode data = (ObjectNode) event.get("data");
    data.put("stopId", id);
    ((ObjectNode) data.get("scope")).put("kind", kind).put("value", value);
    publish(id, "issued", event);
  }

  private void lift(String id) {
    ObjectNode event = example("stop-lifted");
    ((ObjectNode) event.get("data")).put("stopId", id);
    publish(id, "lifted", event);
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

  private void tellOf(String code, String department, long version) {
    ObjectNode event = read(ADMISSIONS_EXAMPLE);
    event.put("aggregateId", stopId).put("version", version);
    ((ObjectNode) event.get("data"))
        .put("applicationId", stopId)
        .put("application", code)
        .put("department", department);
    String topic = "admission.application.v1";
    String type = "gatehouse.admission.application.status-changed.v1";
    taken(topic, () -> Topics.publish(topic, stopId, type, event.toString()));
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

  private static void giveUpWhatIsParked() {
    Response parked = as("admin", "ADMIN").get("/v1/journal/parked");
    for (Number offset : parked.<List<Number>>path("offset")) {
      as("admin", "ADMIN")
          .body(Map.of("topic", TOPIC, "partition", 0, "offset", offset))
          .post("/v1/journal/parked/discard")
          .then()
          .statusCode(200);
    }
  }
}
