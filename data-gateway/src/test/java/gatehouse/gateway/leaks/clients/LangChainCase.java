package gatehouse.gateway.leaks.clients;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case in LangChain4j's own words: its messages, and its custom parameters for the rest. */
final class LangChainCase {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LangChainCase() {}

  /** The request, or nothing where this client has no word for it. */
  static Optional<ChatRequest> of(ClientCase one) {
    List<ChatMessage> messages = new ArrayList<>();
    for (JsonNode message : one.body().path("messages")) {
      Optional<ChatMessage> said = message(message);
      if (said.isEmpty()) {
        return Optional.empty();
      }
      messages.add(said.get());
    }
    ObjectNode rest = one.body().deepCopy();
    rest.remove("messages");
    Map<String, Object> more = JSON.convertValue(rest, new TypeReference<>() {});
    return messages.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ChatRequest.builder()
                .messages(messages)
                .parameters(OpenAiChatRequestParameters.builder().customParameters(more).build())
                .build());
  }

  private static Optional<ChatMessage> message(JsonNode message) {
    JsonNode content = message.path("content");
    return switch (message.path("role").asText()) {
      case "system" -> Optional.of(SystemMessage.from(content.asText()));
      case "assistant" -> Optional.of(assistant(message));
      case "tool" ->
          Optional.of(
              ToolExecutionResultMessage.from(
                  message.path("tool_call_id").asText(), "f", content.asText()));
      case "user" -> Optional.of(user(message.path("name").asText(), content));
      // LangChain4j knows no developer.
      default -> Optional.empty();
    };
  }

  private static UserMessage user(String name, JsonNode content) {
    List<Content> parts = new ArrayList<>();
    if (content.isTextual()) {
      parts.add(TextContent.from(content.asText()));
    }
    for (JsonNode part : content) {
      parts.add(
          part.has("image_url")
              ? ImageContent.from(part.at("/image_url/url").asText())
              : TextContent.from(part.path("text").asText()));
    }
    return name.isEmpty() ? UserMessage.from(parts) : UserMessage.from(name, parts);
  }

  private static AiMessage assistant(JsonNode message) {
    AiMessage.Builder said = AiMessage.builder();
    if (message.path("content").isTextual()) {
      said.text(message.path("content").asText());
    }
    if (message.has("reasoning_content")) {
      said.thinking(message.path("reasoning_content").asText());
    }
    List<ToolExecutionRequest> calls = new ArrayList<>();
    for (JsonNode call : message.path("tool_calls")) {
      calls.add(
          ToolExecutionRequest.builder()
              .id(call.path("id").asText())
              .name(call.at("/function/name").asText())
              .arguments(call.at("/function/arguments").asText())
              .build());
    }
    return calls.isEmpty() ? said.build() : said.toolExecutionRequests(calls).build();
  }
}
