package gatehouse.consent.stop;

import static gatehouse.consent.Hospital.as;
import static gatehouse.consent.Hospital.decide;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.named;
import static gatehouse.consent.Hospital.verdict;
import static gatehouse.consent.stop.OtherServices.agreed;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.consent.TestClock;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What incident-service says of stops on the real topic, by its own examples, denies here; what can
 * not be read or kept denies everything.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class StopTest {
  @Inject TestClock clock;
  @Inject DataSource dataSource;

  private final String stopId = UUID.randomUUID().toString();
  private final String application = fresh("stopped");
  private final String number = fresh("00");

  private OtherServices others;

  @BeforeEach
  void listen() {
    others = new OtherServices(dataSource);
  }

  /** No stop may reach beyond its test. */
  @AfterEach
  void end() {
    others.lift(stopId);
    OtherServices.giveUpWhatIsParked();
    assertThat(verdict(agreed(fresh("after"), number), number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopDeniesWithItsReasonUntilItIsLifted() {
    agreed(application, number);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");

    others.stop(stopId, "APPLICATION", ' ' + application.toUpperCase(Locale.ROOT));
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");

    Response denied = decide(application, number, "NOTES");
    assertThat(denied.<List<String>>path("reasons.code")).containsExactly("APPLICATION_STOPPED");
    assertThat(denied.<List<String>>path("clauses")).containsExactly("G-51");
    assertThat(denied.<List<String>>path("obligations")).containsExactly("USE_MANUAL_ROUTE");
    assertThat(denied.header("Cache-Control")).contains("no-store");
    others.lift(stopId);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void anotherApplicationsStopAndALiftThatOvertookItsStopDenyNothing() {
    agreed(application, number);
    others.lift(stopId);
    others.stop(stopId, "APPLICATION", application);
    String other = UUID.randomUUID().toString();
    String otherApplication = agreed(fresh("other"), number);
    others.stop(other, "APPLICATION", otherApplication);

    assertThat(verdict(otherApplication, number, "NOTES")).isEqualTo("DENY");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
    others.lift(other);
    assertThat(verdict(otherApplication, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void liftingOneOfTwoStopsLeavesTheOther() {
    agreed(application, number);
    String second = UUID.randomUUID().toString();
    String third = UUID.randomUUID().toString();
    String later = agreed(fresh("later"), number);
    others.stop(stopId, "APPLICATION", application);
    others.stop(second, "APPLICATION", application);
    others.lift(stopId);
    others.stop(third, "APPLICATION", later);
    assertThat(verdict(later, number, "NOTES")).isEqualTo("DENY");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    others.lift(second);
    others.lift(third);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aDepartmentsStopReachesItsApplicationsAndThoseNobodyHasToldOf() {
    agreed(application, number);
    others.stop(stopId, "DEPARTMENT", "SURGERY");
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");

    others.ofApplication(stopId, application, "RADIOLOGY", 1);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
    others.ofApplication(stopId, application, "SURGERY", 2);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }

  @Test
  @Clause("G-51")
  void whoAsksAboutAMomentGetsThatMomentsAnswer() {
    agreed(application, number);
    clock.pass(Duration.ofMinutes(1));
    Instant before = clock.instant();
    clock.pass(Duration.ofMinutes(1));
    others.stop(stopId, "APPLICATION", application);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    clock.pass(Duration.ofMinutes(1));
    Instant during = clock.instant();
    clock.pass(Duration.ofMinutes(1));
    others.lift(stopId);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
    clock.pass(Duration.ofMinutes(1));

    assertThat(asKnown(before)).isEqualTo("PERMIT");
    assertThat(asKnown(during)).isEqualTo("DENY");
    assertThat(asKnown(clock.instant())).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopThatCannotBeUnderstoodStopsEverything() {
    agreed(application, number);

    others.stop(stopId, "WARD", "7");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }

  @Test
  @Clause("G-51")
  void bytesThatAreNoEventDenyEverythingUntilAnOperatorGivesThemUp() {
    agreed(application, number);

    others.nonsense(stopId);

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    OtherServices.giveUpWhatIsParked();
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopThatIsRefusedToTheEndDeniesEverything() {
    agreed(application, number);

    // PostgreSQL takes no text with a NUL, so the stop can be read and never be kept.
    others.stop(stopId, "APPLICATION", "another\0");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    OtherServices.giveUpWhatIsParked();
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
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
}
