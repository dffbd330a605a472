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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What incident-service says of stops on the real topic, by its own examples, denies here. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class StopTest {
  private static final String TOPIC = "incident.stop.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Path EXAMPLES = Path.of("../incident-service/contracts/events");
  private static final Path ADMISSIONS_EXAMPLE =
      Path.of("../admission-service/contracts/events/application-status-changed.v1.example.json");

  @Inject TestClock clock;

  private final String stopId = UUID.randomUUID().toString();
  private final String application = fresh("stopped");
  private final String number = fresh("00");

  /** No stop may reach beyond its test. */
  @AfterEach
  void end() {
    lift(stopId);
    giveUpWhatIsParked();
    awaitVerdict(agreed(fresh("after")), "PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopDeniesWithItsReasonUntilItIsLifted() {
    agreed(application);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");

    stop(stopId, "APPLICATION", ' ' + application.toUpperCase(Locale.ROOT));
    awaitVerdict(application, "DENY");

    Response denied = decide(application, number, "NOTES");
    assertThat(denied.<List<String>>path("reasons.code")).containsExactly("APPLICATION_STOPPED");
    assertThat(denied.<List<String>>path("clauses")).containsExactly("G-51");
    assertThat(denied.<List<String>>path("obligations")).containsExactly("USE_MANUAL_ROUTE");
    assertThat(denied.header("Cache-Control")).contains("no-store");
    lift(stopId);
    awaitVerdict(application, "PERMIT");
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

    // One partition: what came before it has been taken, too.
    awaitVerdict(otherApplication, "DENY");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
    lift(other);
    awaitVerdict(otherApplication, "PERMIT");
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
    // One partition: what came before it has been taken, too.
    awaitVerdict(later, "DENY");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    lift(second);
    lift(third);
    awaitVerdict(application, "PERMIT");
  }

  @Test
  @Clause("G-51")
  void aDepartmentsStopReachesItsApplicationsAndThoseNobodyHasToldOf() {
    agreed(application);
    stop(stopId, "DEPARTMENT", "SURGERY");
    awaitVerdict(application, "DENY");

    tellOf(application, "RADIOLOGY", 1);
    awaitVerdict(application, "PERMIT");
    tellOf(application, "SURGERY", 2);
    awaitVerdict(application, "DENY");
  }

  @Test
  @Clause("G-51")
  void aStopThatCannotBeUnderstoodStopsEverything() {
    agreed(application);

    stop(stopId, "WARD", "7");

    awaitVerdict(application, "DENY");
  }

  @Test
  @Clause("G-51")
  void bytesThatAreNoEventDenyEverythingUntilAnOperatorGivesThemUp() {
    agreed(application);

    Topics.publishIllegible(TOPIC, stopId);

    awaitVerdict(application, "DENY");
    giveUpWhatIsParked();
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopThatIsRefusedToTheEndDeniesEverything() {
    agreed(application);

    // PostgreSQL takes no text with a NUL, so the stop can be read and never be kept.
    stop(stopId, "APPLICATION", "another\0");

    awaitVerdict(application, "DENY");
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
    awaitVerdict(application, "DENY");
    clock.pass(Duration.ofMinutes(1));
    Instant during = clock.instant();
    clock.pass(Duration.ofMinutes(1));
    lift(stopId);
    awaitVerdict(application, "PERMIT");
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

  private void awaitVerdict(String code, String verdict) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (!last.equals(verdict) && System.nanoTime() < end) {
      last = verdict(code, number, "NOTES");
    }
    assertThat(last).isEqualTo(verdict);
  }

  private static void stop(String id, String kind, String value) {
    ObjectNode event = example("stop-issued");
    ObjectNode data = (ObjectNode) event.get("data");
    data.put("stopId", id);
    ((ObjectNode) data.get("scope")).put("kind", kind).put("value", value);
    publish(id, "issued", event);
  }

  private static void lift(String id) {
    ObjectNode event = example("stop-lifted");
    ((ObjectNode) event.get("data")).put("stopId", id);
    publish(id, "lifted", event);
  }

  private static void publish(String id, String what, ObjectNode event) {
    event.put("aggregateId", id);
    Topics.publish(TOPIC, id, "gatehouse.incident.stop." + what + ".v1", event.toString());
  }

  private void tellOf(String code, String department, long version) {
    ObjectNode event = read(ADMISSIONS_EXAMPLE);
    event.put("aggregateId", stopId).put("version", version);
    ((ObjectNode) event.get("data"))
        .put("applicationId", stopId)
        .put("application", code)
        .put("department", department);
    Topics.publish(
        "admission.application.v1",
        stopId,
        "gatehouse.admission.application.status-changed.v1",
        event.toString());
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
