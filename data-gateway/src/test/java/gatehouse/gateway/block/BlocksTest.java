package gatehouse.gateway.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class BlocksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STRICT = ",\"deployment\":\"public-cloud-strict\"" + Note.KNOWN;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause("G-44")
  void theDeskSeesCountsAndPlacesNeverText() throws Exception {
    String blockId = block();

    HttpResponse<String> listed = Gateway.get("/v1/blocks?application=note-assistant", analyst());

    assertThat(listed.statusCode()).isEqualTo(200);
    JsonNode newest = JSON.readTree(listed.body()).path("blocks").path(0);
    assertThat(newest.path("blockId").asText()).isEqualTo(blockId);
    assertThat(newest.path("reason").asText()).isEqualTo("RAW_EGRESS");
    assertThat(newest.path("destinationClass").asText()).isEqualTo("PUBLIC");
    assertThat(newest.path("findingCounts").path("NATIONAL_ID").asInt()).isPositive();
    assertThat(newest.path("places").path(0).path("path").asText())
        .isEqualTo("messages[0].content");
    Note.SECRETS.forEach(secret -> assertThat(listed.body()).doesNotContain(secret));
    assertThat(listed.body()).doesNotContain("咳嗽");
  }

  @Test
  void pagesFollowEachOther() throws Exception {
    String first = block();
    String second = block();

    JsonNode page = JSON.readTree(Gateway.get("/v1/blocks?limit=1", analyst()).body());
    JsonNode next =
        JSON.readTree(
            Gateway.get("/v1/blocks?limit=1&before=" + page.path("next").asText(), analyst())
                .body());

    assertThat(page.path("blocks").path(0).path("blockId").asText()).isEqualTo(second);
    assertThat(next.path("blocks").path(0).path("blockId").asText()).isEqualTo(first);
  }

  @Test
  @Clause("G-44")
  void theStreamShowsABlockAsItHappens() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Gateway.url() + "/v1/blocks/stream"))
            .header("Authorization", "Bearer " + analyst())
            .build();
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream live = client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(live, StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(":");
      String blockId = block();

      CompletableFuture<String> data =
          CompletableFuture.supplyAsync(
              () -> lines.lines().filter(l -> l.startsWith("data: ")).findFirst().orElse(""));

      assertThat(data.get(20, TimeUnit.SECONDS)).contains(blockId).doesNotContain("欧阳");
      client.shutdownNow();
    }
  }

  @Test
  void nobodyElseSeesBlocks() {
    String physician = Tokens.as("qian.physician").roles("PHYSICIAN", "ADMIN").token();

    assertThat(Gateway.get("/v1/blocks", physician).statusCode()).isEqualTo(403);
    assertThat(Gateway.get("/v1/blocks/stream", physician).statusCode()).isEqualTo(403);
    assertThat(Gateway.get("/v1/blocks?limit=9999", analyst()).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "since, 2026-99-99T00:00:00Z",
    "since, yesterday",
    "since, 2026-02-30",
    "before, 0190-not-an-id",
    "limit, many"
  })
  void aQueryThatCannotBeReadNamesItsParameter(String parameter, String value) throws Exception {
    HttpResponse<String> answer = Gateway.get("/v1/blocks?" + parameter + "=" + value, analyst());

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("type").asText()).isEqualTo("/problems/wrong-type");
    assertThat(problem.path("detail").asText()).contains(parameter);
  }

  @Test
  void showsTheBlocksSinceAMoment() throws Exception {
    String blockId = block();

    assertThat(Gateway.get("/v1/blocks?since=2020-01-01T00:00:00Z", analyst()).body())
        .contains(blockId);
    assertThat(Gateway.get("/v1/blocks?since=2999-01-01T00:00:00Z", analyst()).body())
        .doesNotContain(blockId);
  }

  private static String block() throws Exception {
    HttpResponse<String> response =
        Gateway.post("/v1/chat/completions", Gateway.chat("note-assistant", Note.TEXT, STRICT));
    assertThat(response.statusCode()).isEqualTo(403);
    return JSON.readTree(response.body()).path("error").path("gatehouse").path("blockId").asText();
  }

  private static String analyst() {
    return Tokens.as("jiang.security").roles("SECURITY_ANALYST").token();
  }
}
