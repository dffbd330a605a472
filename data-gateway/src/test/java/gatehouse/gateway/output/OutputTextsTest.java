package gatehouse.gateway.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the texts of outputs lie in the database, and what it keeps out by itself. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class OutputTextsTest {
  private static final String NOTE = "患者欧阳明月，右下肺结节 8mm，建议 3 个月后复查。";

  @Inject AgroalDataSource database;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause("G-28")
  void evenTheDatabaseKeepsADecisionWithoutAPhysicianOut() throws SQLException {
    String id = Ward.answer(NOTE).id();

    assertThatThrownBy(
            () -> sql("update gateway.output set state = 'CONFIRMED' where id = '" + id + "'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("check constraint");
  }

  @Test
  void halfAnAnswerCannotBeConfirmed() throws SQLException {
    Script.say(
        "raw:" + Script.IN_HOUSE,
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"半句\"}}]}\n\ndata: nonsense\n\n");
    HttpResponse<String> broken =
        Gateway.post(
            "/v1/chat/completions",
            Gateway.chat("note-assistant", NOTE, "").replaceFirst("\\{", "{\"stream\":true,"));
    String id = broken.headers().firstValue("X-Gatehouse-Output").orElseThrow();

    HttpResponse<String> confirmed = Ward.decide(Ward.physician(), id, "confirm", "");

    assertThat(confirmed.statusCode()).isEqualTo(409);
    assertThat(Ward.json(confirmed).path("type").asText()).isEqualTo("/problems/output-incomplete");
  }

  @Test
  void theTextStandsNowhereInClearAndCannotBeMovedOrChanged() throws SQLException {
    Ward.Answer answer = Ward.answer(NOTE);
    String sealed = sql("select sealed from gateway.output_content where output_id = '%s'", answer);

    assertThat(sealed).doesNotContain("结节");
    assertThat(
            sql(
                "select encode(sealed, 'escape') from gateway.output_content where output_id = '%s'",
                answer))
        .doesNotContain("8mm");
    assertThatThrownBy(() -> sql("update gateway.output_content set nonce = nonce"))
        .hasMessageContaining("permission denied");
    sql(
        "insert into gateway.output_content select output_id, 99, part, key_id, nonce, sealed"
            + " from gateway.output_content where output_id = '"
            + answer.id()
            + "'");
    HttpResponse<String> moved =
        Gateway.get("/v1/outputs/" + answer.id() + "/content", Ward.physician());
    assertThat(moved.statusCode()).isEqualTo(500);
    assertThat(moved.body()).doesNotContain("结节");
  }

  private String sql(String query, Ward.Answer answer) throws SQLException {
    return sql(query.formatted(answer.id()));
  }

  private String sql(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement run = connection.createStatement()) {
      if (!run.execute(statement)) {
        return "";
      }
      try (ResultSet rows = run.getResultSet()) {
        assertThat(rows.next()).isTrue();
        return new String(rows.getBytes(1), UTF_8);
      }
    }
  }
}
