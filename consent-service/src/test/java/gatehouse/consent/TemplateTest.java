package gatehouse.consent;

import static gatehouse.consent.Hospital.approval;
import static gatehouse.consent.Hospital.as;
import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.scope;
import static gatehouse.consent.Hospital.template;
import static gatehouse.consent.Hospital.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import gatehouse.clauses.Clause;
import gatehouse.consent.text.TextDigest;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class TemplateTest {

  @Inject DataSource dataSource;

  @Test
  @Clause({"G-38", "G-39", "G-40", "G-41"})
  void formOfHighWithoutTheFourBlocksIsNeverPublished() {
    Map<String, Object> empty = new TreeMap<>(text());
    empty.put("blocks", List.of());
    String id = draft(scope(fresh("lung")), empty);

    clerk()
        .post("/v1/templates/" + id + "/lint")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/template-faulty"))
        .body(
            "reasons.code",
            hasItems("ROLE_MISSING", "LIMITS_MISSING", "ALTERNATIVES_MISSING", "REFUSAL_MISSING"));
    publish(id).then().statusCode(409);
  }

  @Test
  @Clause({"G-38", "G-39", "G-40", "G-41"})
  void publishedTextIsNeverEdited() throws SQLException {
    String id = template(scope(fresh("lung")));

    clerk()
        .body(text())
        .put("/v1/templates/" + id + "/text")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/template-wrong-state"));
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      String edit =
          "UPDATE consent.template SET content = '{}'::jsonb WHERE id = '%s'".formatted(id);
      assertThat(catchThrowable(() -> statement.execute(edit)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("never edited");
    }
  }

  @Test
  void applicationCanNeitherChangeNorDeleteWhatWasSaid() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String act :
          List.of(
              "DELETE FROM consent.fact",
              "UPDATE consent.fact SET signed_at = now()",
              "DELETE FROM consent.withdrawal",
              "UPDATE consent.withdrawal SET covers = 'SCOPE'",
              "DELETE FROM consent.consent",
              "UPDATE consent.text SET content = ''",
              "UPDATE consent.notice SET zh = ''",
              "UPDATE consent.scope_version SET ends_old = false")) {
        assertThat(catchThrowable(() -> statement.execute(act)))
            .as(act)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  /** Invariant C9. */
  @Test
  @Clause("G-37")
  void textIsRebuiltByteForByteFromItsDigest() {
    String id = template(scope(fresh("lung")));
    Response view = clerk().get("/v1/templates/" + id);
    String digest = view.path("textDigest");

    byte[] bytes =
        clerk().get("/v1/texts/" + digest).then().statusCode(200).extract().asByteArray();

    String rebuilt = new String(bytes, UTF_8);
    assertThat(TextDigest.of(rebuilt).value()).isEqualTo(digest);
    assertThat(rebuilt).isEqualTo(view.<String>path("text"));
    assertThat(rebuilt.getBytes(UTF_8)).isEqualTo(bytes);
    assertThat(rebuilt).contains("由两位医生人工阅片。").contains("谁作出最终判断？");
  }

  @Test
  @Clause("E-34")
  void whoWroteAFormDoesNotPublishIt() {
    String scopeId = scope(fresh("lung"));
    String id =
        as("feng.affairs", "MEDICAL_AFFAIRS")
            .body(Map.of("scopeId", scopeId, "tier", "HIGH", "text", text()))
            .post("/v1/templates")
            .path("templateId");
    clerk().post("/v1/templates/" + id + "/lint").then().statusCode(200);

    as("feng.affairs", "MEDICAL_AFFAIRS")
        .body(approval())
        .post("/v1/templates/" + id + "/publish")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/template-own-work"));
  }

  @Test
  void newFormTakesThePlaceOfTheOld() {
    String scopeId = scope(fresh("lung"));
    String first = template(scopeId);

    String second = template(scopeId);

    clerk().get("/v1/templates/" + first).then().body("state", equalTo("SUPERSEDED"));
    clerk().get("/v1/templates/" + second).then().body("state", equalTo("PUBLISHED"));
    as("liu.legal", "LEGAL").post("/v1/templates/" + second + "/retire").then().statusCode(200);
    clerk().get("/v1/templates/" + second).then().body("state", equalTo("RETIRED"));
  }

  @Test
  void changedDraftIsLintedAgain() {
    String id = draft(scope(fresh("lung")), text());
    clerk().post("/v1/templates/" + id + "/lint").then().body("state", equalTo("LINTED"));

    clerk()
        .body(text())
        .put("/v1/templates/" + id + "/text")
        .then()
        .statusCode(200)
        .body("state", equalTo("DRAFT"));

    publish(id).then().statusCode(409);
  }

  @Test
  void formForAnOlderVersionOfTheScopeIsNotPublished() {
    String scopeId = scope(fresh("lung"));
    String id = draft(scopeId, text());
    clerk().post("/v1/templates/" + id + "/lint").then().statusCode(200);
    as("zhao.applicant", "DEPARTMENT_APPLICANT")
        .body(Map.of("terms", Hospital.terms("CARE", "NOTES"), "endsOld", false))
        .post("/v1/scopes/" + scopeId + "/versions")
        .then()
        .statusCode(201);

    publish(id).then().statusCode(409).body("type", equalTo("/problems/scope-moved-on"));
  }

  @Test
  @Clause("E-24")
  void scopeForACommercialPurposeIsRefused() {
    as("zhao.applicant", "DEPARTMENT_APPLICANT")
        .body(Map.of("application", fresh("lung"), "terms", Hospital.terms("MARKETING", "NOTES")))
        .post("/v1/scopes")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/purpose-forbidden"))
        .body("clauses", hasItems("E-24"));
  }

  @Test
  void thereIsOneOpenScopePerApplicationAndPurpose() {
    String application = fresh("lung");
    scope(application);

    as("zhao.applicant", "DEPARTMENT_APPLICANT")
        .body(Map.of("application", application, "terms", Hospital.terms("CARE", "NOTES")))
        .post("/v1/scopes")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/scope-open-already"));
  }

  private static String draft(String scopeId, Map<String, Object> text) {
    return clerk()
        .body(Map.of("scopeId", scopeId, "tier", "HIGH", "text", text))
        .post("/v1/templates")
        .then()
        .statusCode(201)
        .extract()
        .path("templateId");
  }

  private static Response publish(String id) {
    return as("yang.ethics", "ETHICS_SECRETARY")
        .body(approval())
        .post("/v1/templates/" + id + "/publish");
  }
}
