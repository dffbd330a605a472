package gatehouse.gateway.leaks.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ObjectMappers;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases that clients can express, sent by openai-java and LangChain4j, whole and streamed. The
 * npm clients send the same file: {@code deploy/clients/run}.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-44"})
class JavaClientsTest {
  private static final List<Boolean> WHOLE_AND_STREAMED = List.of(false, true);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTEXT =
      Gateway.CONTEXT.formatted(",\"deployment\":\"public-cloud\"" + Note.KNOWN);
  private static final Map<String, String> HEADER =
      Map.of(
          "X-Gatehouse-Context",
          Base64.getUrlEncoder().encodeToString(CONTEXT.getBytes(StandardCharsets.UTF_8)));

  static Stream<ClientCase> cases() {
    return ClientCase.all().stream();
  }

  private OpenAIClient client;

  @BeforeEach
  void pointTheClientAtTheGateway() {
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

  @ParameterizedTest
  @MethodSource("cases")
  void openaiJavaLeaksNothing(ClientCase one) throws Exception {
    for (boolean streamed : streams(one)) {
      Script.reset();
      boolean refused = false;
      try {
        send(one, streamed);
      } catch (OpenAIServiceException e) {
        assertThat(e.statusCode()).as(one.toString()).isIn(400, 403);
        refused = true;
      }
      one.leftNothing(refused);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void langChainLeaksNothing(ClientCase one) throws Exception {
    Optional<ChatRequest> request =
        one.route().equals("chat") ? LangChainCase.of(one) : Optional.empty();
    if (request.isEmpty()) {
      return;
    }
    for (boolean streamed : WHOLE_AND_STREAMED) {
      Script.reset();
      boolean refused = false;
      try {
        ask(request.get(), streamed);
      } catch (LangChain4jException e) {
        assertThat(e).as(one.toString()).hasRootCauseInstanceOf(HttpException.class);
        refused = true;
      }
      one.leftNothing(refused);
    }
  }

  @Test
  void langChainExpressesAllChatsButOne() {
    assertThat(cases().filter(one -> one.route().equals("chat")))
        .filteredOn(one -> LangChainCase.of(one).isEmpty())
        .extracting(ClientCase::name)
        .containsExactly("developer message");
  }

  private static Iterable<Boolean> streams(ClientCase one) {
    return one.route().equals("embeddings") ? List.of(false) : WHOLE_AND_STREAMED;
  }

  private void send(ClientCase one, boolean streamed) throws Exception {
    ObjectNode body = one.body().deepCopy();
    body.put("model", "note-assistant").set("gatehouse", JSON.readTree(CONTEXT));
    switch (one.route()) {
      case "chat" -> {
        ChatCompletionCreateParams asked =
            ChatCompletionCreateParams.builder()
                .body(typed(body, ChatCompletionCreateParams.Body.class))
                .build();
        if (streamed) {
          try (var stream = client.chat().completions().createStreaming(asked)) {
            stream.stream().forEach(chunk -> {});
          }
        } else {
          client.chat().completions().create(asked);
        }
      }
      case "responses" -> {
        ResponseCreateParams asked =
            ResponseCreateParams.builder()
                .body(typed(body, ResponseCreateParams.Body.class))
                .build();
        if (streamed) {
          try (var stream = client.responses().createStreaming(asked)) {
            stream.stream().forEach(event -> {});
          }
        } else {
          client.responses().create(asked);
        }
      }
      default ->
          client
              .embeddings()
              .create(
                  EmbeddingCreateParams.builder()
                      .body(typed(body, EmbeddingCreateParams.Body.class))
                      .build());
    }
  }

  /** As the client's own types, which decide what is sent. */
  private static <T> T typed(JsonNode body, Class<T> type) throws Exception {
    return ObjectMappers.jsonMapper().readValue(body.toString(), type);
  }

  private static void ask(ChatRequest request, boolean streamed) throws Exception {
    if (!streamed) {
      OpenAiChatModel.builder()
          .baseUrl(Gateway.url() + "/v1")
          .apiKey(Gateway.his())
          .modelName("note-assistant")
          .customHeaders(HEADER)
          .sendThinking(true)
          .maxRetries(0)
          .build()
          .chat(request);
      return;
    }
    CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
    OpenAiStreamingChatModel.builder()
        .baseUrl(Gateway.url() + "/v1")
        .apiKey(Gateway.his())
        .modelName("note-assistant")
        .customHeaders(HEADER)
        .sendThinking(true)
        .build()
        .chat(
            request,
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(String partial) {}

              @Override
              public void onCompleteResponse(ChatResponse response) {
                whole.complete(response);
              }

              @Override
              public void onError(Throwable error) {
                whole.completeExceptionally(error);
              }
            });
    try {
      whole.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LangChain4jException refusal) {
        throw refusal;
      }
      throw e;
    }
  }
}
