package gatehouse.gateway.completion.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.PermissionDeniedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client, pointed at the gateway and otherwise as its documentation shows it. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class OpenAiClientTest {
  private OpenAIClient client;

  @BeforeEach
  void pointTheClientAtTheGateway() {
    Script.reset();
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(Gateway.url() + "/v1")
            .apiKey(Gateway.his())
            .maxRetries(3)
            .build();
  }

  @AfterEach
  void closeTheClient() {
    client.close();
  }

  @Test
  void completesThroughTheCloudWithoutALeak() {
    ChatCompletion answer = client.chat().completions().create(question());

    assertThat(answer.choices().getFirst().message().content().orElseThrow())
        .contains("欧阳明月", "110101196803074215")
        .endsWith("内容由AI生成，须经医师确认");
    assertNothingLeft();
  }

  @Test
  void streamsThroughTheCloudWithoutALeak() {
    String text;
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(question())) {
      text =
          stream.stream()
              .flatMap(chunk -> chunk.choices().stream())
              .map(choice -> choice.delta().content().orElse(""))
              .collect(Collectors.joining());
    }

    assertThat(text).contains("欧阳明月", "13812345678").endsWith("内容由AI生成，须经医师确认");
    assertNothingLeft();
  }

  @Test
  void refusalsArriveOnceAndReadable() {
    Script.say("decisions", Answers.NOT_ASKED);

    PermissionDeniedException refusal =
        catchThrowableOfType(
            PermissionDeniedException.class, () -> client.chat().completions().create(question()));

    assertThat(refusal.code()).hasValue("consent_required");
    assertThat(refusal.type()).hasValue("gatehouse_refusal");
    assertThat(refusal.getMessage()).contains("知情同意", "人工书写病历");
    assertThat(Script.bodies("decisions")).as("the client must not try again").hasSize(1);
  }

  private static void assertNothingLeft() {
    List<String> received = Script.received(Script.PUBLIC);
    assertThat(received).hasSize(1);
    Note.SECRETS.forEach(secret -> assertThat(received.getFirst()).doesNotContain(secret));
  }

  private static ChatCompletionCreateParams question() {
    Map<String, Object> context =
        Map.of(
            "patient", Map.of("issuer", "HIS", "id", "00123456"),
            "encounter", "E-1",
            "purpose", "CARE",
            "user", "qian.physician",
            "deployment", "public-cloud",
            "known",
                Map.of(
                    "names", List.of("欧阳明月"),
                    "kin", List.of("欧阳建国"),
                    "addresses", List.of("北京市海淀区中关村大街27号院3号楼502室")));
    return ChatCompletionCreateParams.builder()
        .model("note-assistant")
        .addSystemMessage("你是住院病历助手。")
        .addUserMessage(Note.TEXT)
        .putAdditionalBodyProperty("gatehouse", JsonValue.from(context))
        .build();
  }
}
