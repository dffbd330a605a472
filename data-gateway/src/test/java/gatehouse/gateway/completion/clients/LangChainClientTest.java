package gatehouse.gateway.completion.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LangChain4j as its documentation shows it; the context goes along as a header. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-32", "G-44"})
class LangChainClientTest {

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void asksThroughTheCloudWithoutALeak() {
    OpenAiChatModel model =
        OpenAiChatModel.builder()
            .baseUrl(Gateway.url() + "/v1")
            .apiKey(Gateway.his())
            .modelName("note-assistant")
            .customHeaders(context())
            .build();

    ChatResponse answer = model.chat(SystemMessage.from("你是住院病历助手。"), UserMessage.from(Note.TEXT));

    assertThat(answer.aiMessage().text())
        .contains("欧阳明月", "13812345678")
        .endsWith("内容由AI生成，须经医师确认");
    assertNothingLeft();
  }

  @Test
  void streamsThroughTheCloudWithoutALeak() throws Exception {
    OpenAiStreamingChatModel model =
        OpenAiStreamingChatModel.builder()
            .baseUrl(Gateway.url() + "/v1")
            .apiKey(Gateway.his())
            .modelName("note-assistant")
            .customHeaders(context())
            .build();
    CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
    StringBuilder pieces = new StringBuilder();

    model.chat(
        Note.TEXT,
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String partial) {
            pieces.append(partial);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            whole.complete(response);
          }

          @Override
          public void onError(Throwable error) {
            whole.completeExceptionally(error);
          }
        });

    String text = whole.get(30, TimeUnit.SECONDS).aiMessage().text();
    assertThat(text).contains("欧阳明月").endsWith("内容由AI生成，须经医师确认");
    assertThat(pieces.toString()).isEqualTo(text);
    assertNothingLeft();
  }

  @Test
  void embedsThroughTheCloudWithoutALeak() {
    OpenAiEmbeddingModel model =
        OpenAiEmbeddingModel.builder()
            .baseUrl(Gateway.url() + "/v1")
            .apiKey(Gateway.his())
            .modelName("note-assistant")
            .customHeaders(context())
            .build();

    assertThat(model.embed(Note.TEXT).content().vector()).containsExactly(0.25f, -1f, 2f);
    assertNothingLeft();
  }

  @Test
  void refusalsSayWhatToDoInstead() {
    Script.say("decisions", Answers.NOT_ASKED);
    OpenAiChatModel model =
        OpenAiChatModel.builder()
            .baseUrl(Gateway.url() + "/v1")
            .apiKey(Gateway.his())
            .modelName("note-assistant")
            .customHeaders(context())
            .build();

    assertThatThrownBy(() -> model.chat("好")).hasMessageContaining("人工书写病历");
    assertThat(Script.bodies("decisions")).as("the client must not try again").hasSize(1);
  }

  private static void assertNothingLeft() {
    List<String> received = Script.received(Script.PUBLIC);
    assertThat(received).hasSize(1);
    Note.SECRETS.forEach(secret -> assertThat(received.getFirst()).doesNotContain(secret));
  }

  private static Map<String, String> context() {
    String context = Gateway.CONTEXT.formatted(",\"deployment\":\"public-cloud\"" + Note.KNOWN);
    return Map.of(
        "X-Gatehouse-Context",
        Base64.getUrlEncoder().encodeToString(context.getBytes(StandardCharsets.UTF_8)));
  }
}
