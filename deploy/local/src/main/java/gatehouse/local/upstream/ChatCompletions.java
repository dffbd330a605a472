package gatehouse.local.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * OpenAI's chat completions, answered without thinking: the same question always gets the same
 * answer, which repeats what the last user message said. So whatever stood in for a name comes
 * back, and one can see it being restored.
 */
final class ChatCompletions {
  private static final ObjectMapper JSON = new ObjectMapper();
  // Small enough to cut every placeholder into several chunks.
  private static final int CODE_POINTS_PER_CHUNK = 3;

  private final String name;

  ChatCompletions(String name) {
    this.name = name;
  }

  Reply answer(byte[] body) {
    JsonNode request;
    try {
      request = JSON.readTree(body);
    } catch (IOException _) {
      return new Reply.Refused(error("The body is not JSON"));
    }
    if (!request.path("messages").isArray() || request.path("messages").isEmpty()) {
      return new Reply.Refused(error("messages is missing"));
    }
    String id = "chatcmpl-" + UUID.nameUUIDFromBytes(body);
    String text = said(lastUserText(request.path("messages")));
    String model = request.path("model").asText(name);
    if (!request.path("stream").asBoolean(false)) {
      return new Reply.Whole(whole(id, model, text));
    }
    boolean withUsage = request.path("stream_options").path("include_usage").asBoolean(false);
    return new Reply.Streamed(chunks(id, model, text, withUsage));
  }

  String models() {
    ObjectNode list = JSON.createObjectNode().put("object", "list");
    list.putArray("data")
        .addObject()
        .put("id", "demonstration")
        .put("object", "model")
        .put("created", 0)
        .put("owned_by", name);
    return write(list);
  }

  static String error(String message) {
    ObjectNode error = JSON.createObjectNode();
    error
        .putObject("error")
        .put("message", message)
        .put("type", "invalid_request_error")
        .putNull("param")
        .putNull("code");
    return write(error);
  }

  private String said(String question) {
    return "（" + name + "）已阅读：" + question + "\n建议结合检查结果，由主管医师判断。";
  }

  private static String lastUserText(JsonNode messages) {
    String last = "";
    for (JsonNode message : messages) {
      if (message.path("role").asText().equals("user")) {
        last = text(message.path("content"));
      }
    }
    return last;
  }

  private static String text(JsonNode content) {
    if (content.isTextual()) {
      return content.asText();
    }
    StringBuilder joined = new StringBuilder();
    for (JsonNode part : content) {
      joined.append(part.path("text").asText());
    }
    return joined.toString();
  }

  private static String whole(String id, String model, String text) {
    ObjectNode answer = envelope(id, "chat.completion", model);
    ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", text);
    choice.put("finish_reason", "stop");
    answer.set("usage", usage(text));
    return write(answer);
  }

  private static List<String> chunks(String id, String model, String text, boolean withUsage) {
    List<String> chunks = new ArrayList<>();
    ObjectNode role = JSON.createObjectNode().put("role", "assistant").put("content", "");
    chunks.add(chunk(id, model, role, false));
    int[] codePoints = text.codePoints().toArray();
    for (int at = 0; at < codePoints.length; at += CODE_POINTS_PER_CHUNK) {
      int length = Math.min(CODE_POINTS_PER_CHUNK, codePoints.length - at);
      ObjectNode delta = JSON.createObjectNode().put("content", new String(codePoints, at, length));
      chunks.add(chunk(id, model, delta, false));
    }
    chunks.add(chunk(id, model, JSON.createObjectNode(), true));
    if (withUsage) {
      ObjectNode last = envelope(id, "chat.completion.chunk", model);
      last.putArray("choices");
      last.set("usage", usage(text));
      chunks.add(write(last));
    }
    chunks.add("[DONE]");
    return chunks;
  }

  private static String chunk(String id, String model, ObjectNode delta, boolean isLast) {
    ObjectNode chunk = envelope(id, "chat.completion.chunk", model);
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", isLast ? "stop" : null);
    return write(chunk);
  }

  private static ObjectNode envelope(String id, String object, String model) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("object", object)
        .put("created", 0)
        .put("model", model);
  }

  private static ObjectNode usage(String text) {
    int tokens = text.codePointCount(0, text.length());
    return JSON.createObjectNode()
        .put("prompt_tokens", tokens)
        .put("completion_tokens", tokens)
        .put("total_tokens", 2 * tokens);
  }

  private static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
