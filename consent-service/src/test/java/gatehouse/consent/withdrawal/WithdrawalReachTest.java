package gatehouse.consent.withdrawal;

import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.grant;
import static gatehouse.consent.Hospital.named;
import static gatehouse.consent.Hospital.scope;
import static gatehouse.consent.Hospital.template;
import static gatehouse.consent.Hospital.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A no that is misspelt reaches what it names, or more; never nothing. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class WithdrawalReachTest {
  @Test
  @Clause("E-39")
  void letterCaseOfCodeAndIssuerMeansNothing() {
    String application = fresh("app");
    String number = fresh("00");
    String scopeId = scope(application);
    template(scopeId);
    String consent = grant(scopeId, number);

    clerk()
        .body(
            Map.of(
                "patient", Map.of("issuer", "his", "id", number),
                "covers", Map.of("kind", "APPLICATION", "application", upper(application))))
        .post("/v1/withdrawals")
        .then()
        .statusCode(201)
        .body("covers.application", equalTo(application))
        .body("ended", contains(consent))
        .body("widenedTo", nullValue())
        .body("notes", nullValue());

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    assertThat(verdict(upper(application), number, "NOTES")).isEqualTo("DENY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/withdrawals", "/v1/refusals"})
  @Clause("E-39")
  void noToANameThatNobodyKnowsIsANoToAllAi(String address) {
    String application = fresh("app");
    String number = fresh("00");
    String scopeId = scope(application);
    template(scopeId);
    grant(scopeId, number);

    clerk()
        .body(
            Map.of(
                "patient", named(number),
                "covers", Map.of("kind", "APPLICATION", "application", "x" + application)))
        .post(address)
        .then()
        .statusCode(201)
        .body("widenedTo", equalTo("ALL_AI"))
        .body("covers.kind", equalTo("ALL_AI"))
        .body("notes.code", contains("REACH_WIDENED"))
        .body("notes[0].text", containsString("核对"))
        .body("notes[0].textEn", containsString("spelling"));

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
