package gatehouse.gateway.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk filters by, in the list and in the stream, and what a reader missed. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("G-44")
class BlockFiltersTest {
  private static final String STRICT = ",\"deployment\":\"public-cloud-strict\"" + Note.KNOWN;

  private final String source = "ward-" + UUID.randomUUID();

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void theListIsFilteredBySourceDestinationAndReason() {
    String raw = raw();
    String tool = hostedTool();
    String elsewhere = "&source=" + UUID.randomUUID();

    assertThat(ids("")).containsExactly(tool, raw);
    assertThat(ids("&reason=RAW_EGRESS")).containsExactly(raw);
    assertThat(ids("&reason=HOSTED_TOOL&application=note-assistant")).containsExactly(tool);
    assertThat(ids("&destinationClass=PUBLIC")).containsExactly(raw);
    assertThat(ids("&destinationClass=LOCAL")).containsExactly(tool);
    assertThat(ids("&destinationClass=PRIVATE")).isEmpty();
    assertThat(Ward.json(list(elsewhere)).path("blocks")).isEmpty();
  }

  @Test
  void whatNobodyTriagedIsNew() {
    String first = raw();
    String second = raw();
    assertThat(ids("&state=NEW")).containsExactly(second, first);

    triage(first);

    assertThat(ids("&state=NEW")).containsExactly(second);
    assertThat(ids("&state=TRIAGED")).containsExactly(first);
    assertThat(ids("&state=CLOSED")).isEmpty();
    JsonNode both = Ward.json(list("&source=" + source)).path("blocks");
    assertThat(both.findValuesAsText("state")).containsExactly("NEW", "TRIAGED");
  }

  @Test
  void pagesAndTimesFollowTheFilter() {
    List<String> blocked = List.of(raw(), hostedTool(), raw(), raw());
    String at = Ward.json(list("&source=" + source + "&limit=2")).at("/blocks/1/at").asText();

    JsonNode page = Ward.json(list("&source=" + source + "&reason=RAW_EGRESS&limit=2"));
    assertThat(page.path("blocks").findValuesAsText("blockId"))
        .containsExactly(blocked.get(3), blocked.get(2));
    assertThat(ids("&reason=RAW_EGRESS&before=" + page.path("next").asText()))
        .containsExactly(blocked.get(0));
    assertThat(ids("&since=" + at)).containsExactly(blocked.get(3), blocked.get(2));
    assertThat(ids("&until=" + at)).containsExactly(blocked.get(1), blocked.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"destinationClass=MOON", "source=a%20b", "until=soon", "reason=x"})
  void aFilterThatCannotBeReadIsNamed(String filter) {
    for (String path : List.of("/v1/blocks?", "/v1/blocks/stream?")) {
      HttpResponse<String> answer = Gateway.get(path + filter, analyst());
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).contains(filter.substring(0, filter.indexOf('=')));
    }
  }

  @Test
  void aStateThatIsNoneIsAnError() {
    for (String path : List.of("/v1/blocks?", "/v1/blocks/stream?")) {
      HttpResponse<String> answer = Gateway.get(path + "state=OPEN", analyst());
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).contains("/problems/wrong-type");
    }
  }

  @Test
  void theStreamTellsWhatTheFilterLetsThrough() throws Exception {
    try (Reader reader = new Reader("?reason=RAW_EGRESS&source=" + source, "")) {
      reader.begins();
      hostedTool();
      String raw = raw();

      assertThat(reader.ids(1)).containsExactly(raw);
    }
  }

  @Test
  void aReaderThatWasAwayGetsWhatItMissed() throws Exception {
    String seen = raw();
    String missed = raw();
    String tool = hostedTool();

    try (Reader reader = new Reader("?reason=RAW_EGRESS&source=" + source, seen)) {
      reader.begins();
      List<String> told = new ArrayList<>(reader.ids(List.of(seen, missed).size()));
      String later = raw();
      told.addAll(reader.ids(1));

      // What was committed shortly before may come twice, under the same id.
      told.remove(seen);
      assertThat(told).containsExactly(missed, later).doesNotContain(tool);
    }
  }

  @Test
  void theStreamBeginsWhereTheReaderWants() throws Exception {
    String first = raw();
    String at = Ward.json(list("&source=" + source)).at("/blocks/0/at").asText();
    String second = raw();

    try (Reader reader = new Reader("?source=" + source + "&since=" + at, "")) {
      reader.begins();
      assertThat(reader.ids(2)).containsExactly(first, second);
    }
  }

  @Test
  void anIdThatIsNoBlockIsAnError() throws Exception {
    for (String last : List.of("x", UUID.randomUUID().toString())) {
      try (Reader reader = new Reader("", last)) {
        assertThat(reader.status()).as(last).isIn(400, 404);
      }
    }
  }

  private List<String> ids(String filter) {
    return Ward.json(list("&source=" + source + filter)).path("blocks").findValuesAsText("blockId");
  }

  private static String list(String filter) {
    HttpResponse<String> answer = Gateway.get("/v1/blocks?x=1" + filter, analyst());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String raw() {
    return blocked(Gateway.chat("note-assistant", Note.TEXT, STRICT));
  }

  private String hostedTool() {
    return blocked(
        Gateway.chat("note-assistant", "你好", "")
            .replaceFirst("\\{", "{\"tools\":[{\"type\":\"web_search\"}],"));
  }

  private String blocked(String body) {
    String token = Tokens.as(source).roles("HIS_SYSTEM").claim("azp", source).token();
    HttpResponse<String> answer =
        Gateway.post("/v1/chat/completions", body, Map.of("Authorization", "Bearer " + token));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    return Ward.json(answer).at("/error/gatehouse/blockId").asText();
  }

  private static void triage(String id) {
    HttpResponse<String> answer =
        Ward.post(analyst(), "/v1/block-cases/" + id + "/triage", "{\"verdict\":\"TEST\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String analyst() {
    return Tokens.as("jiang.security").roles("SECURITY_ANALYST").token();
  }

  /** Somebody who looks at the stream. */
  private static final class Reader implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    private Reader(String query, String lastEventId) throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(Gateway.url() + "/v1/blocks/stream" + query))
              .header("Authorization", "Bearer " + analyst());
      if (!lastEventId.isEmpty()) {
        request.header("Last-Event-ID", lastEventId);
      }
      answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    int status() {
      return answer.statusCode();
    }

    void begins() throws IOException {
      assertThat(status()).isEqualTo(200);
      assertThat(lines.readLine()).isEqualTo(":");
    }

    /** The ids of the next events, each of which carries its data. */
    List<String> ids(int count) throws Exception {
      return CompletableFuture.supplyAsync(() ->
              lines
                  .lines()
                  .filter(line -> line.startsWith("id: "))
                  .limit(count)
                  .map(line -> line.substring(4))
                  .toList())
          .get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
      client.shutdownNow();
      lines.close();
    }
  }
}
