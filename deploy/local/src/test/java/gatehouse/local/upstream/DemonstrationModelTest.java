package gatehouse.local.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationModelTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUESTION =
      """
      {"model":"demonstration","messages":[{"role":"system","content":"答"},
       {"role":"user","content":[{"type":"text","text":"患者⟦NAME_1⟧，咳嗽"}]}]%s}\
      """;

  @TempDir private Path folder = Path.of("");
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable DemonstrationModel model;

  @BeforeEach
  void start() throws Exception {
    model = DemonstrationModel.start("public-cloud", 0, folder.resolve("public-cloud.log"));
  }

  @AfterEach
  void stop() {
    running().close();
    client.close();
  }

  @Test
  void theAnswerRepeatsWhatItWasGiven() throws Exception {
    HttpResponse<String> answer = post("/v1/chat/completions", QUESTION.formatted(""));

    JsonNode choice = JSON.readTree(answer.body()).path("choices").path(0);
    assertThat(choice.path("message").path("content").asText()).contains("患者⟦NAME_1⟧，咳嗽");
    assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
    assertThat(post("/v1/chat/completions", QUESTION.formatted("")).body())
        .isEqualTo(answer.body());
  }

  @Test
  void aStreamSaysTheSameInSmallPieces() throws Exception {
    String whole =
        JSON.readTree(post("/v1/chat/completions", QUESTION.formatted("")).body())
            .at("/choices/0/message/content")
            .asText();

    String asked = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";
    HttpResponse<String> answer = post("/v1/chat/completions", QUESTION.formatted(asked));

    List<String> data =
        answer
            .body()
            .lines()
            .filter(line -> !line.isEmpty())
            .map(line -> line.substring("data: ".length()))
            .toList();
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(data).hasSizeGreaterThan(8).last().isEqualTo("[DONE]");
    StringBuilder joined = new StringBuilder();
    for (String chunk : data.subList(0, data.size() - 1)) {
      joined.append(JSON.readTree(chunk).at("/choices/0/delta/content").asText());
    }
    assertThat(joined.toString()).isEqualTo(whole);
    assertThat(JSON.readTree(data.get(data.size() - 2)).path("choices")).isEmpty();
  }

  @Test
  void everythingReceivedIsKept() throws Exception {
    post("/v1/chat/completions?api-version=7", QUESTION.formatted(""));
    post("/v1/unknown", "{\"left\":\"the house\"}");

    assertThat(get("/recorded"))
        .contains("POST /v1/chat/completions?api-version=7 HTTP/1.1")
        .contains("患者⟦NAME_1⟧，咳嗽")
        .contains("X-test: header")
        .contains("the house");
  }

  @Test
  void whatIsNoQuestionIsRefusedInOpenAiShape() throws Exception {
    HttpResponse<String> answer = post("/v1/chat/completions", "{");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).at("/error/type").asText())
        .isEqualTo("invalid_request_error");
    assertThat(post("/v1/embeddings", "{}").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running().url() + path))
            .header("X-Test", "header")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private DemonstrationModel running() {
    return Objects.requireNonNull(model);
  }

  private String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(running().url() + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
  }
}
