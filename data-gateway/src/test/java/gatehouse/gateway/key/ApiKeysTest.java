package gatehouse.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class ApiKeysTest {
  private static final String ORDER =
      """
      {"client":"ward-assistant","application":"note-assistant","scopes":["MODELS"],"days":30}
      """;

  @Inject AgroalDataSource database;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void anOpenAiClientWorksWithAKeyAlone() {
    OpenAIClient client =
        OpenAIOkHttpClient.builder().baseUrl(Gateway.url() + "/v1").apiKey(key(ORDER)).build();

    ChatCompletion answer =
        client
            .chat()
            .completions()
            .create(
                ChatCompletionCreateParams.builder()
                    .model("note-assistant")
                    .addUserMessage("你好")
                    .putAdditionalBodyProperty(
                        "gatehouse",
                        JsonValue.from(
                            Map.of(
                                "patient", Map.of("issuer", "HIS", "id", "1"),
                                "purpose", "CARE",
                                "user", "qian.physician")))
                    .build());

    assertThat(answer.choices().getFirst().message().content().orElse("")).startsWith("你好");
  }

  @Test
  void aRevokedKeyIsRefusedAtTheNextRequest() throws SQLException {
    JsonNode issued = issued(ORDER);
    String key = issued.path("key").asText();
    String id = issued.path("details").path("keyId").asText();
    assertThat(models(key).statusCode()).isEqualTo(200);

    assertThat(post("/v1/api-keys/" + id + "/revoke", "").statusCode()).isEqualTo(200);

    HttpResponse<String> refused = models(key);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Ward.json(refused).path("error").path("code").asText()).isEqualTo("invalid_api_key");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  /**
   * What another replica writes is all that this one shares with it: the row, which this one reads
   * again within the time that the other one waits before it answers.
   */
  @Test
  void aKeyThatAnotherReplicaRevokedIsRefused() throws SQLException {
    JsonNode issued = issued(ORDER);
    String key = issued.path("key").asText();
    assertThat(models(key).statusCode()).isEqualTo(200);

    sql(
        "update gateway.api_key set revoked_at = now() where id = '"
            + issued.path("details").path("keyId").asText()
            + "'");

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (models(key).statusCode() == 200 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(models(key).statusCode()).isEqualTo(401);
  }

  @Test
  void aKeyEndsByItselfThoughItWasRemembered() throws SQLException {
    JsonNode issued = issued(ORDER);
    String id = issued.path("details").path("keyId").asText();
    String key = issued.path("key").asText();
    sql("update gateway.api_key set expires_at = now() + interval '1 s' where id = '" + id + "'");
    int status = 200;

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (status == 200 && System.nanoTime() < deadline) {
      status = models(key).statusCode();
    }

    assertThat(status).isEqualTo(401);
    assertThat(models(key).statusCode()).isEqualTo(401);
  }

  @Test
  void aRotatedKeyWorksOnForTheOverlapOnly() {
    JsonNode first = issued(ORDER);
    String rotate = "/v1/api-keys/" + first.path("details").path("keyId").asText() + "/rotate";

    HttpResponse<String> second = post(rotate, "{\"overlapMinutes\":10}");
    assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
    assertThat(models(first.path("key").asText()).statusCode()).isEqualTo(200);
    HttpResponse<String> third = post(rotate, "{\"overlapMinutes\":0}");

    assertThat(third.statusCode()).isEqualTo(201);
    assertThat(models(first.path("key").asText()).statusCode()).isEqualTo(401);
    assertThat(models(Ward.json(second).path("key").asText()).statusCode()).isEqualTo(200);
    assertThat(post(rotate, "{\"overlapMinutes\":0}").statusCode()).isEqualTo(404);
  }

  @Test
  void aKeyOpensItsApplicationAndItsScopesOnly() {
    String key = key(ORDER);

    assertThat(models(key).body()).contains("note-assistant").doesNotContain("wayfinding");
    assertThat(Gateway.get("/v1/models/wayfinding", key).statusCode()).isEqualTo(404);
    HttpResponse<String> other =
        Gateway.post(
            "/v1/chat/completions",
            Gateway.chat("discharge-summary", "你好", ""),
            Map.of("Authorization", "Bearer " + key));
    assertThat(other.statusCode()).isEqualTo(404);
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
    assertThat(Ward.post(key, "/v1/permits", "{}").statusCode()).isEqualTo(403);

    String permits = key(ORDER.replace("MODELS", "PERMITS"));
    assertThat(models(permits).statusCode()).isEqualTo(403);
    HttpResponse<String> elsewhere =
        Ward.post(
            permits,
            "/v1/permits",
            "{\"application\":\"wayfinding\",\"purpose\":\"CARE\",\"dataCategories\":[]}");
    assertThat(elsewhere.body()).contains("DENY", "APPLICATION_UNKNOWN");
  }

  @Test
  @Clause("G-28")
  void noKeyDecidesAboutAnOutputOrReadsOne() {
    String id = Ward.answer("右下肺结节").id();
    String key = key(ORDER.replace("[\"MODELS\"]", "[\"MODELS\",\"PERMITS\"]"));

    assertThat(Ward.decide(key, id, "confirm", "").statusCode()).isEqualTo(403);
    assertThat(Ward.decide(key, id, "edit", ",\"text\":\"x\"").statusCode()).isEqualTo(403);
    assertThat(Ward.decide(key, id, "reject", ",\"reason\":\"NOT_NEEDED\"").statusCode())
        .isEqualTo(403);
    assertThat(Gateway.get("/v1/outputs/" + id + "/content", key).statusCode()).isEqualTo(403);
    assertThat(Ward.read(id).path("state").asText()).isEqualTo("PENDING");
  }

  @Test
  void theSecretStandsNowhere() throws SQLException {
    String key = key(ORDER);
    String secret = key.substring(key.indexOf('_') + 1);

    HttpResponse<String> list = Gateway.get("/v1/api-keys", info());

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).doesNotContain(secret);
    assertThat(count("gateway.api_key", secret)).isZero();
    assertThat(count("web.idempotency", secret)).isZero();
    assertThat(count("journal.entries", secret)).isZero();
  }

  @Test
  void theListComesInPages() {
    key(ORDER);
    key(ORDER);

    JsonNode first = Ward.json(Gateway.get("/v1/api-keys?limit=1", info()));
    String next = first.path("next").asText();
    JsonNode second = Ward.json(Gateway.get("/v1/api-keys?limit=1&before=" + next, info()));

    assertThat(first.path("keys")).hasSize(1);
    assertThat(first.path("keys").path(0).path("keyId").asText()).isEqualTo(next);
    assertThat(second.path("keys").path(0).path("keyId").asText()).isNotEmpty().isLessThan(next);
  }

  @Test
  void onlyTheInformationCentreIssues() {
    for (String role : List.of("ADMIN", "PHYSICIAN", "HIS_SYSTEM", "SECURITY_ANALYST")) {
      String token = Tokens.as("somebody").roles(role).token();
      assertThat(Ward.post(token, "/v1/api-keys", ORDER).statusCode()).as(role).isEqualTo(403);
    }
    assertThat(models("ghk_guessed").statusCode()).isEqualTo(401);
    assertThat(models("ghk_").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"client\":\"a\",\"scopes\":[],\"days\":1}",
        "{\"client\":\"A B\",\"scopes\":[\"MODELS\"],\"days\":1}",
        "{\"client\":\"a\",\"scopes\":[\"CONFIRM\"],\"days\":1}",
        "{\"client\":\"a\",\"scopes\":[\"MODELS\"],\"days\":0}",
        "{\"client\":\"a\",\"scopes\":[\"MODELS\"],\"days\":400}"
      })
  void badOrdersAreNamed(String order) {
    HttpResponse<String> refused = post("/v1/api-keys", order);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Ward.json(refused).path("type").asText()).startsWith("/problems/");
  }

  @Test
  void anEmptyOrderIsToldAllThatItLacks() {
    HttpResponse<String> refused = post("/v1/api-keys", "{}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Ward.json(refused).path("type").asText()).isNotEqualTo("/problems/wrong-type");
    assertThat(refused.body()).contains("client", "scopes", "days");
  }

  private static JsonNode issued(String order) {
    HttpResponse<String> issued = post("/v1/api-keys", order);
    assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
    return Ward.json(issued);
  }

  private static String key(String order) {
    return issued(order).path("key").asText();
  }

  private static HttpResponse<String> models(String key) {
    return Gateway.get("/v1/models", key);
  }

  private static HttpResponse<String> post(String path, String body) {
    return Ward.post(info(), path, body);
  }

  private static String info() {
    return Tokens.as("chen.info").roles("SEAT_INFO_CENTRE").token();
  }

  private int count(String table, String secret) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "select count(*) from " + table + " t where t::text like '%" + secret + "%'")) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement run = connection.createStatement()) {
      assertThat(run.executeUpdate(statement)).isEqualTo(1);
    }
  }
}
