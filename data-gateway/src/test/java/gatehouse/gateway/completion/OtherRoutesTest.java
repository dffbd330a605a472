package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /v1/responses} and {@code /v1/embeddings}, with the official client. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-32", "G-42", "G-44"})
class OtherRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LABEL = "内容由AI生成，须经医师确认";

  private OpenAIClient client;

  @BeforeEach
  void pointTheClientAtTheGateway() {
    Script.reset();
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(Gateway.url() + "/v1")
            .apiKey(Gateway.his())
            .maxRetries(0)
            .build();
  }

  @AfterEach
  void closeTheClient() {
    client.close();
  }

  @Test
  void aResponseComesThroughTheCloudWithoutALeak() {
    Response response = client.responses().create(question());

    String text =
        response.output().getFirst().asMessage().content().getFirst().asOutputText().text();
    assertThat(text).contains("欧阳明月", "110101196803074215").endsWith(LABEL).doesNotContain("⟦");
    assertThat(response.instructions().orElseThrow().asString()).contains("欧阳明月");
    assertNothingLeft();
    assertThat(Script.received(Script.PUBLIC).getFirst()).contains("\"store\":false");
  }

  @Test
  void aStreamedResponseSaysTheSameInPiecesAndAsAWhole() {
    StringBuilder pieces = new StringBuilder();
    StringBuilder whole = new StringBuilder();
    StringBuilder completed = new StringBuilder();
    try (StreamResponse<ResponseStreamEvent> stream =
        client.responses().createStreaming(question())) {
      stream.stream()
          .forEach(event -> {
            event.outputTextDelta().ifPresent(delta -> pieces.append(delta.delta()));
            event.outputTextDone().ifPresent(done -> whole.append(done.text()));
            event
                .completed()
                .ifPresent(last ->
                    completed.append(
                        last.response()
                            .output()
                            .getFirst()
                            .asMessage()
                            .content()
                            .getFirst()
                            .asOutputText()
                            .text()));
          });
    }

    assertThat(pieces.toString())
        .contains("欧阳明月", "13812345678")
        .endsWith(LABEL)
        .doesNotContain("⟦")
        .isEqualTo(whole.toString())
        .isEqualTo(completed.toString());
    assertNothingLeft();
  }

  @Test
  void aStreamOfEventsIsNumberedAndMarked() throws Exception {
    HttpResponse<String> response = Gateway.post("/v1/responses", body("\"你好吗\",\"stream\":true"));

    List<JsonNode> events = Streams.chunks(response.body());
    assertThat(response.body())
        .contains("event: response.created\ndata: ")
        .doesNotContain("[DONE]");
    assertThat(events.getFirst().has("aigc")).isTrue();
    assertThat(events.getLast().has("aigc")).isTrue();
    assertThat(events.getLast().path("response").path("model").asText())
        .isEqualTo("note-assistant");
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).path("sequence_number").asInt()).isEqualTo(i);
    }
  }

  @Test
  void toolArgumentsOfAResponseAreRestoredAsJson() throws Exception {
    Script.say(
        "raw:" + Script.IN_HOUSE,
        """
        {"id":"r","object":"response","model":"m","output":[{"type":"function_call","call_id":"c",
         "name":"f","arguments":"{\\"a\\":\\"b\\"}"}]}\
        """);

    JsonNode answer = JSON.readTree(Gateway.post("/v1/responses", body("\"好\"")).body());

    assertThat(answer.path("output").path(0).path("arguments").asText()).isEqualTo("{\"a\":\"b\"}");
    assertThat(answer.path("model").asText()).isEqualTo("note-assistant");
  }

  @Test
  void embeddingsComeAsTheClientAsksForThem() {
    CreateEmbeddingResponse answer =
        client
            .embeddings()
            .create(
                EmbeddingCreateParams.builder()
                    .model("note-assistant")
                    .input(Note.TEXT)
                    .putAdditionalBodyProperty("gatehouse", JsonValue.from(context()))
                    .build());

    assertThat(answer.data().getFirst().embedding()).containsExactly(0.25f, -1f, 2f);
    assertThat(answer.model()).isEqualTo("note-assistant");
    assertNothingLeft();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          /v1/embeddings | [1,2,3]                                                       | token_ids
          /v1/embeddings | [[1,2],[3]]                                                   | token_ids
          /v1/embeddings | "好","extra":"x"                                              | field_not_allowed
          /v1/responses  | "好","previous_response_id":"resp_1"                          | stored_conversation
          /v1/responses  | "好","conversation":"conv_1"                                  | stored_conversation
          /v1/responses  | "好","background":true                                        | stored_conversation
          /v1/responses  | "好","prompt":{"id":"pmpt_1"}                                 | stored_conversation
          /v1/responses  | [{"type":"item_reference","id":"msg_1"}]                      | stored_conversation
          /v1/responses  | "好","tools":[{"type":"web_search"}]                          | hosted_tool
          /v1/responses  | "好","tools":[{"type":"mcp","server_url":"https://x.example"}] | hosted_tool
          /v1/responses  | [{"role":"user","content":[{"type":"input_image","image_url":"https://x.example/a.png"}]}] | remote_content
          /v1/responses  | [{"role":"user","content":[{"type":"input_image","image_url":"data:image/png;base64,iVBORw0KGgo="}]}] | media_not_allowed
          /v1/responses  | [{"role":"user","content":[{"type":"input_file","file_id":"file-1"}]}] | stored_conversation
          /v1/responses  | "好","include":["reasoning.encrypted_content"]                | field_not_allowed
          /v1/responses  | [{"type":"reasoning","id":"r","summary":[],"encrypted_content":"gAAA"}] | field_not_allowed
          /v1/responses  | "好","service_tier":{"a":1}                                   | field_not_allowed
          """)
  void whatNobodyCanCheckIsRefusedWithItsReason(String path, String input, String code)
      throws Exception {
    HttpResponse<String> response = Gateway.post(path, body(input, "public-cloud"));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    assertThat(response.headers().firstValue("x-should-retry")).hasValue("false");
    assertThat(JSON.readTree(response.body()).path("error").path("code").asText()).isEqualTo(code);
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  @Test
  void anImageReachesTheHouseWhenThePermitSpokeOfIt() throws Exception {
    String image =
        "[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\",\"image_url\":\"data:image/png;base64,iVBORw0KGgo=\"}]}]";

    HttpResponse<String> undeclared = Gateway.post("/v1/responses", body(image));
    HttpResponse<String> declared =
        Gateway.post(
            "/v1/responses",
            body(image).replace("\"purpose\"", "\"categories\":[\"IMAGE\"],\"purpose\""));

    assertThat(JSON.readTree(undeclared.body()).path("error").path("code").asText())
        .isEqualTo("media_not_allowed");
    assertThat(declared.statusCode()).as(declared.body()).isEqualTo(200);
    assertThat(Script.received(Script.IN_HOUSE)).hasSize(1);
    assertThat(Script.bodies("decisions").getLast()).contains("IMAGE");
  }

  private static String body(String input) {
    return body(input, "in-house");
  }

  private static String body(String input, String deployment) {
    return "{\"model\":\"note-assistant\",\"input\":%s,\"gatehouse\":%s}"
        .formatted(input, Gateway.CONTEXT.formatted(",\"deployment\":\"" + deployment + "\""));
  }

  private static void assertNothingLeft() {
    List<String> received = Script.received(Script.PUBLIC);
    assertThat(received).hasSize(1);
    Note.SECRETS.forEach(secret -> assertThat(received.getFirst()).doesNotContain(secret));
  }

  private static ResponseCreateParams question() {
    return ResponseCreateParams.builder()
        .model("note-assistant")
        .instructions("你是住院病历助手，患者欧阳明月。")
        .input(Note.TEXT)
        .putAdditionalBodyProperty("gatehouse", JsonValue.from(context()))
        .build();
  }

  private static Map<String, Object> context() {
    return Map.of(
        "patient", Map.of("issuer", "HIS", "id", "00123456"),
        "purpose", "CARE",
        "user", "qian.physician",
        "deployment", "public-cloud",
        "known",
            Map.of(
                "names", List.of("欧阳明月"),
                "kin", List.of("欧阳建国"),
                "addresses", List.of("北京市海淀区中关村大街27号院3号楼502室")));
  }
}
