package gatehouse.story.stage;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A hospital information system that asks through the official OpenAI client, pointed at the
 * gateway.
 */
public final class Chat implements AutoCloseable {
  private final OpenAIClient client;
  private final String who;
  private final Narrator narrator;

  Chat(Places places, String who, String token, Narrator narrator) {
    this.client =
        OpenAIOkHttpClient.builder()
            .baseUrl(places.of(Part.GATEWAY, "/v1").toString())
            .apiKey(token)
            .maxRetries(0)
            .build();
    this.who = who;
    this.narrator = narrator;
  }

  /**
   * Asks once.
   *
   * @param application the application's code, as the OpenAI model
   * @param context the {@code gatehouse} object of the body
   */
  public Reply ask(String application, String text, Map<String, ?> context) {
    try {
      ChatCompletion completion =
          client.chat().completions().create(params(application, text, context));
      String content =
          completion.choices().stream()
              .flatMap(choice -> choice.message().content().stream())
              .collect(Collectors.joining());
      return heard(application, new Reply.Answered(content, labelOf(completion)));
    } catch (OpenAIServiceException refusal) {
      return heard(application, refused(refusal));
    }
  }

  /** Asks and reads the answer as a stream of events. */
  public Reply stream(String application, String text, Map<String, ?> context) {
    StringBuilder content = new StringBuilder();
    StringBuilder aigc = new StringBuilder();
    try (StreamResponse<ChatCompletionChunk> events =
        client.chat().completions().createStreaming(params(application, text, context))) {
      events.stream()
          .forEach(chunk -> {
            chunk.choices().stream()
                .flatMap(choice -> choice.delta().content().stream())
                .forEach(content::append);
            aigc.append(labelOf(chunk));
          });
      return heard(application, new Reply.Answered(content.toString(), aigc.toString()));
    } catch (OpenAIServiceException refusal) {
      return heard(application, refused(refusal));
    }
  }

  // The client marks its one way to members outside OpenAI's schema as deprecated.
  @SuppressWarnings("deprecation")
  private static String labelOf(ChatCompletion completion) {
    return labelIn(completion._additionalProperties());
  }

  @SuppressWarnings("deprecation")
  private static String labelOf(ChatCompletionChunk chunk) {
    return labelIn(chunk._additionalProperties());
  }

  private static String labelIn(Map<String, JsonValue> members) {
    JsonValue label = members.get("aigc");
    return label == null ? "" : label.toString();
  }

  private static ChatCompletionCreateParams params(
      String application, String text, Map<String, ?> context) {
    return ChatCompletionCreateParams.builder()
        .model(application)
        .addSystemMessage("你是病历摘要助手，只作辅助。")
        .addUserMessage(text)
        .putAdditionalBodyProperty("gatehouse", JsonValue.from(context))
        .build();
  }

  private static Reply refused(OpenAIServiceException refusal) {
    return new Reply.Refused(refusal.statusCode(), refusal.body().toString(), refusal.getMessage());
  }

  private Reply heard(String application, Reply reply) {
    String asked = "OpenAI chat.completions model=" + application;
    switch (reply) {
      case Reply.Answered answered -> narrator.exchange(who, asked, 200, answered.content());
      case Reply.Refused refused -> narrator.exchange(who, asked, refused.status(), refused.body());
    }
    return reply;
  }

  @Override
  public void close() {
    client.close();
  }
}
