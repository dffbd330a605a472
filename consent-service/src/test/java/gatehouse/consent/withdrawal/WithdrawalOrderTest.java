package gatehouse.consent.withdrawal;

import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.grant;
import static gatehouse.consent.Hospital.present;
import static gatehouse.consent.Hospital.scope;
import static gatehouse.consent.Hospital.signing;
import static gatehouse.consent.Hospital.template;
import static gatehouse.consent.Hospital.verdict;
import static gatehouse.consent.Hospital.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import gatehouse.clauses.Clause;
import gatehouse.consent.TestClock;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Invariant C1: once a withdrawal is committed nothing brings the consent back. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class WithdrawalOrderTest {
  private static final Map<String, Object> ALL_AI = Map.of("kind", "ALL_AI");

  @Inject TestClock clock;

  @Test
  @Clause("E-39")
  void afterTheCommitNobodyIsPermittedWhoeverElseIsWriting() throws Exception {
    String application = fresh("app");
    String number = fresh("00");
    String scopeId = scope(application);
    template(scopeId);
    grant(scopeId, number);
    Response late = present(scopeId, number);
    Map<String, Object> yes = signing("WRITTEN", late);
    String grantUrl = "/v1/consents/" + late.path("consentId") + "/grant";

    List<Callable<String>> racers = new ArrayList<>();
    racers.add(() -> Integer.toString(clerk().body(yes).post(grantUrl).statusCode()));
    racers.add(() -> Integer.toString(withdraw(number, ALL_AI).statusCode()));
    List<String> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> racer : pool.invokeAll(racers)) {
        statuses.add(racer.get());
      }
    }

    assertThat(statuses.get(1)).isEqualTo("201");
    // Whichever came first: a grant before it was ended by it, a grant after it found its
    // ceremony closed.
    assertThat(statuses.get(0)).isIn("200", "409");
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }

  @Test
  @Clause("E-39")
  void yesFromBeforeTheWithdrawalCannotBeEnteredAfterIt() {
    String application = fresh("app");
    String number = fresh("00");
    String scopeId = scope(application);
    template(scopeId);
    String signedAt = clock.instant().toString();
    clock.pass(Duration.ofMinutes(5));
    withdraw(number, ALL_AI).then().statusCode(201);
    clock.pass(Duration.ofMinutes(5));
    Response presented = present(scopeId, number);
    Map<String, Object> late = signing("WRITTEN", presented);
    late.put("signedAt", signedAt);

    clerk()
        .body(late)
        .post("/v1/consents/" + presented.path("consentId") + "/grant")
        .then()
        .statusCode(422)
        .body("reasons[0].code", equalTo("NO_WAS_SAID_SINCE"));
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }
}
