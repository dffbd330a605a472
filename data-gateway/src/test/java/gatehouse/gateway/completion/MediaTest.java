package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no text reaches a model in the house, whole, when the permit spoke of it. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class MediaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHAT = "/v1/chat/completions";
  private static final String RESPONSES = "/v1/responses";
  private static final List<String> FORMS = List.of("", ",\"stream\":true");

  /** As large as a photograph of a film. */
  private static final String LARGE = Base64.getEncoder().encodeToString(bytes(2_000_000));

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          IMAGE | /v1/chat/completions | {"type":"image_url","image_url":{"url":"data:image/png;base64,DATA"}}
          AUDIO | /v1/chat/completions | {"type":"input_audio","input_audio":{"data":"DATA","format":"wav"}}
          FILE  | /v1/chat/completions | {"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,DATA"}}
          IMAGE | /v1/responses        | {"type":"input_image","image_url":"data:image/png;base64,DATA"}
          AUDIO | /v1/responses        | {"type":"input_audio","input_audio":{"data":"DATA","format":"wav"}}
          FILE  | /v1/responses        | {"type":"input_file","filename":"a.pdf","file_data":"data:application/pdf;base64,DATA"}
          """)
  @Clause("G-42")
  void mediaReachTheHouseWhenThePermitSpokeOfThem(String category, String path, String part)
      throws Exception {
    String filled = part.replace("DATA", LARGE);
    for (String form : FORMS) {
      Script.reset();
      HttpResponse<String> silent = post(path, filled, form, "\"LAB\"", "in-house");
      assertThat(silent.statusCode()).as(silent.body()).isEqualTo(403);
      assertThat(code(silent)).isEqualTo("media_not_allowed");
      assertThat(Script.received(Script.IN_HOUSE)).isEmpty();

      HttpResponse<String> said =
          post(path, filled, form, "\"LAB\",\"" + category + "\"", "in-house");
      assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
      JsonNode arrived = JSON.readTree(Script.bodies(Script.IN_HOUSE).getFirst());
      assertThat(arrived.path(path.equals(CHAT) ? "messages" : "input").at("/0/content/1"))
          .isEqualTo(JSON.readTree(filled));

      HttpResponse<String> cloud =
          post(path, filled, form, "\"LAB\",\"" + category + "\"", "public-cloud");
      assertThat(code(cloud)).isEqualTo("media_not_allowed");
      assertThat(Script.received(Script.PUBLIC)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAT, RESPONSES, "/v1/embeddings"})
  void aBodyOverTheLimitIsRefusedInTheProtocolsOwnForm(String path) throws Exception {
    long limit = limit();
    assertThat(limit).as("what an image of two megabytes takes").isGreaterThan(LARGE.length());
    String large = "{\"model\":\"note-assistant\",\"input\":\"" + "a".repeat((int) limit) + "\"}";

    HttpResponse<String> answer = Gateway.post(path, large);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(code(answer)).isEqualTo("request_too_large");
    assertThat(JSON.readTree(answer.body()).at("/error/type").asText())
        .isEqualTo("invalid_request_error");
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @Test
  void aFieldThatNobodyKnowsReachesTheHouseUnchanged() throws Exception {
    String unknown =
        "{\"guided_choice\":[\"是\",\"否\"],\"n\":1.50e3,\"deep\":{\"a\":[null,true,\"\\u4e2d\"]}}";

    for (String path : List.of(CHAT, RESPONSES)) {
      for (String form : FORMS) {
        Script.reset();
        String more = form + ",\"vllm_xargs\":" + unknown + ",\"top_k\":40";
        HttpResponse<String> answer = post(path, null, more, "\"LAB\"", "in-house");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String arrived = Script.bodies(Script.IN_HOUSE).getFirst();
        assertThat(arrived).contains("\"top_k\":40", "1.50e3");
        assertThat(JSON.readTree(arrived).path("vllm_xargs")).isEqualTo(JSON.readTree(unknown));
      }
    }
  }

  private static HttpResponse<String> post(
      String path, @Nullable String part, String form, String categories, String deployment) {
    boolean chat = path.equals(CHAT);
    String text = "{\"type\":\"%s\",\"text\":\"请描述\"}".formatted(chat ? "text" : "input_text");
    String content = part == null ? text : text + "," + part;
    String context =
        Gateway.CONTEXT.formatted(
            ",\"deployment\":\"%s\",\"categories\":[%s]".formatted(deployment, categories));
    return Gateway.post(
        path,
        "{\"model\":\"note-assistant\",\"%s\":[{\"role\":\"user\",\"content\":[%s]}]%s,\"gatehouse\":%s}"
            .formatted(chat ? "messages" : "input", content, form, context));
  }

  private static String code(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body()).at("/error/code").asText();
  }

  private static long limit() {
    return ConfigProvider.getConfig()
        .getValue("gatehouse.model.body-limit", MemorySize.class)
        .asLongValue();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(1).nextBytes(bytes);
    return bytes;
  }
}
