package gatehouse.gateway.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** The same model behind {@code /responses} and {@code /embeddings}. */
final class OtherRoutes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OtherRoutes() {}

  /** Says the text around what it was told, in pieces of so many letters if it is to stream. */
  static void respond(JsonNode body, String around, int letters, OutputStream out)
      throws IOException {
    String text = around.replace("%s", said(body.path("input")));
    if (!body.path("stream").asBoolean()) {
      RawServer.write(out, 200, "application/json", response(body, text, "completed").toString());
      return;
    }
    StringBuilder events = new StringBuilder();
    event(events, "response.created", e -> e.set("response", response(body, "", "in_progress")));
    for (int at = 0; at < text.length(); at += letters) {
      String piece = text.substring(at, Math.min(text.length(), at + letters));
      event(events, "response.output_text.delta", e -> place(e).put("delta", piece));
    }
    event(events, "response.output_text.done", e -> place(e).put("text", text));
    event(events, "response.completed", e -> e.set("response", response(body, text, "completed")));
    RawServer.write(out, 200, "text/event-stream", events.toString());
  }

  static String embeddings(JsonNode body) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("object", "list").put("model", body.path("model").asText());
    ArrayNode vectors = answer.putArray("data");
    int texts = body.path("input").isArray() ? body.path("input").size() : 1;
    for (int at = 0; at < texts; at++) {
      vector(
          vectors.addObject().put("object", "embedding").put("index", at),
          body.path("encoding_format").asText().equals("base64"));
    }
    answer.putObject("usage").put("prompt_tokens", 3).put("total_tokens", 3);
    return answer.toString();
  }

  private static void vector(ObjectNode data, boolean base64) {
    if (base64) {
      ByteBuffer floats = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      floats.putFloat(0.25f).putFloat(-1).putFloat(2);
      data.put("embedding", Base64.getEncoder().encodeToString(floats.array()));
    } else {
      data.putArray("embedding").add(0.25).add(-1).add(2);
    }
  }

  static String said(JsonNode input) {
    if (input.isTextual()) {
      return input.asText();
    }
    JsonNode last = input.path(input.size() - 1);
    JsonNode content = last.path(last.has("output") ? "output" : "content");
    if (content.isTextual()) {
      return content.asText();
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }

  private static ObjectNode place(ObjectNode event) {
    return event.put("item_id", "msg_1").put("output_index", 0).put("content_index", 0);
  }

  private static ObjectNode response(JsonNode body, String text, String status) {
    ObjectNode response = JSON.createObjectNode();
    response
        .put("id", "resp_1")
        .put("object", "response")
        .put("created_at", 1)
        .put("status", status)
        .put("model", body.path("model").asText())
        .put("parallel_tool_calls", true)
        .put("tool_choice", "auto");
    response.set("instructions", body.path("instructions"));
    response.putArray("tools");
    var output = response.putArray("output");
    if (!text.isEmpty()) {
      ObjectNode message = output.addObject();
      message.put("id", "msg_1").put("type", "message").put("role", "assistant");
      message.put("status", "completed");
      ObjectNode part = message.putArray("content").addObject();
      part.put("type", "output_text").put("text", text).putArray("annotations");
      response
          .putObject("usage")
          .put("input_tokens", 5)
          .put("output_tokens", 7)
          .put("total_tokens", 12);
    }
    return response;
  }

  private interface Filling {
    void fill(ObjectNode event);
  }

  private static void event(StringBuilder events, String type, Filling filling) {
    ObjectNode event = JSON.createObjectNode().put("type", type).put("sequence_number", 0);
    filling.fill(event);
    events.append("event: ").append(type).append("\ndata: ");
    events.append(event).append("\n\n");
  }
}
