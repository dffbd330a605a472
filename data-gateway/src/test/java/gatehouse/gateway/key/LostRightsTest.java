package gatehouse.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Eventually;
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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who loses the right to call loses the answer that is on its way, too. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-44"})
class LostRightsTest {
  private static final String ORDER =
      """
      {"client":"ward-assistant","application":"note-assistant","scopes":["MODELS"],"days":30}
      """;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Inject AgroalDataSource database;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
    Script.say("pause:" + Script.IN_HOUSE, "60000");
  }

  @Test
  void aRevokedKeyEndsALiveStream() throws Exception {
    JsonNode issued = Ward.json(post("/v1/api-keys", ORDER));

    try (BufferedReader events = stream(issued.path("key").asText())) {
      String first = events.readLine();
      post("/v1/api-keys/" + issued.path("details").path("keyId").asText() + "/revoke", "");
      String rest = String.join("\n", events.lines().toList());

      assertThat(first).contains("\"choices\"");
      assertThat(rest).contains("\"code\":\"key_revoked\"").doesNotContain("[DONE]");
    }
  }

  /** As one that leaked is changed: the old one is over at once. */
  @Test
  void aKeyWhoseTimeIsUpEndsOneToo() throws Exception {
    JsonNode issued = Ward.json(post("/v1/api-keys", ORDER));

    try (BufferedReader events = stream(issued.path("key").asText())) {
      String first = events.readLine();
      post(
          "/v1/api-keys/" + issued.path("details").path("keyId").asText() + "/rotate",
          "{\"overlapMinutes\":0}");
      String rest = String.join("\n", events.lines().toList());

      assertThat(first).contains("\"choices\"");
      assertThat(rest).contains("\"code\":\"key_revoked\"").doesNotContain("[DONE]");
    }
  }

  /** The row is all that two replicas share. */
  @Test
  void aKeyThatAnotherReplicaRevokedEndsOneToo() throws Exception {
    JsonNode issued = Ward.json(post("/v1/api-keys", ORDER));

    try (BufferedReader events = stream(issued.path("key").asText())) {
      String first = events.readLine();
      sql(
          "update gateway.api_key set revoked_at = now() where id = '"
              + issued.path("details").path("keyId").asText()
              + "'");
      String rest = String.join("\n", events.lines().toList());

      assertThat(first).contains("\"choices\"");
      assertThat(rest).contains("\"code\":\"key_revoked\"").doesNotContain("[DONE]");
    }
  }

  /** It was let in with this key, and nothing new begins under it. */
  @Test
  void aRevokedKeyIsNotTakenToTheNextModel() throws Exception {
    Script.say("silent:" + Script.IN_HOUSE, "true");
    JsonNode issued =
        Ward.json(post("/v1/api-keys", ORDER.replace("note-assistant", "discharge-summary")));
    CompletableFuture<HttpResponse<String>> answer =
        CLIENT.sendAsync(
            request(issued.path("key").asText(), Gateway.chat("discharge-summary", "请概括护理记录。", "")),
            BodyHandlers.ofString());
    Eventually.holds(
        "the first model is asked",
        Duration.ofSeconds(30),
        () -> Script.received(Script.IN_HOUSE).size() == 1);

    post("/v1/api-keys/" + issued.path("details").path("keyId").asText() + "/revoke", "");

    assertThat(answer.get(1, TimeUnit.MINUTES).body()).contains("\"code\":\"key_revoked\"");
    assertThat(Script.received(Script.SPARE)).isEmpty();
  }

  @Test
  void aSourceThatIsShutOutHearsNoMore() throws Exception {
    String order = "{\"client\":\"noisy-client\"}";
    String token = Tokens.as("noisy").roles("HIS_SYSTEM").claim("azp", "noisy-client").token();

    try (BufferedReader events = stream(token)) {
      String first = events.readLine();
      post("/v1/quarantines", order);
      String rest = String.join("\n", events.lines().toList());

      assertThat(first).contains("\"choices\"");
      assertThat(rest).contains("\"code\":\"quarantined\"").doesNotContain("[DONE]");
      assertThat(permit(token)).contains("\"DENY\"").contains("QUARANTINED");
    } finally {
      post("/v1/quarantines/end", order);
    }
  }

  private static String permit(String token) {
    return Ward.post(
            token,
            "/v1/permits",
            """
            {"application":"note-assistant","patient":{"issuer":"HIS","id":"00123456"},
             "encounter":"E-1","purpose":"CARE","dataCategories":[],"user":"qian.physician"}
            """)
        .body();
  }

  private static HttpResponse<String> post(String path, String body) {
    String desk = Tokens.as("chen.info").roles("SEAT_INFO_CENTRE", "SECURITY_ANALYST").token();
    HttpResponse<String> answer = Ward.post(desk, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    return answer;
  }

  private static BufferedReader stream(String bearer) throws IOException, InterruptedException {
    String body =
        Gateway.chat("note-assistant", "请概括今天的护理记录。", "").replaceFirst("\\{", "{\"stream\":true,");
    InputStream answer = CLIENT.send(request(bearer, body), BodyHandlers.ofInputStream()).body();
    return new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
  }

  private static HttpRequest request(String bearer, String body) {
    return HttpRequest.newBuilder(URI.create(Gateway.url() + "/v1/chat/completions"))
        .header("Authorization", "Bearer " + bearer)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement run = connection.createStatement()) {
      assertThat(run.executeUpdate(statement)).isEqualTo(1);
    }
  }
}
