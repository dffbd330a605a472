package gatehouse.gateway.fakes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.gateway.fakes.RawServer.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A model that says back what it was last told, whole or in small pieces cut anywhere. */
final class FakeModel {
  /**
   * It lives in the heap that is searched for what callers say, and must keep no names of theirs.
   */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
              .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
              .build());

  private static final int LETTERS_PER_CHUNK = 3;
  private static final int BYTES_PER_WRITE = 7;

  private final Memory memory;

  FakeModel(Memory memory) {
    this.memory = memory;
  }

  void answer(String name, Request request, OutputStream out)
      throws IOException, InterruptedException {
    memory.hear(name, request);
    int status = memory.number("status:" + name, 200);
    if (status != 200) {
      String again = memory.said("retry-after:" + name, "");
      String type = "application/json" + (again.isEmpty() ? "" : "\r\nRetry-After: " + again);
      RawServer.write(out, status, type, "{\"error\":" + request.body() + "}");
      return;
    }
    String canned = memory.said("raw:" + name, "");
    JsonNode body = JSON.readTree(request.body());
    String echo = memory.said("echo:" + name, "");
    if (!echo.isEmpty()) {
      RawServer.write(out, 200, type(echo), echo.replace("%1$s", said(body)));
    } else if (!canned.isEmpty()) {
      RawServer.write(out, 200, type(canned), canned);
    } else if (request.line().contains("/embeddings ")) {
      RawServer.write(out, 200, "application/json", OtherRoutes.embeddings(body));
    } else if (request.line().contains("/responses ")) {
      OtherRoutes.respond(body, out);
    } else if (body.path("stream").asBoolean()) {
      stream(name, wrapped(name, body), body.path("model").asText(), out);
    } else {
      RawServer.write(
          out, 200, "application/json", whole(wrapped(name, body), body.path("model").asText()));
    }
  }

  private static String type(String answer) {
    boolean events = answer.startsWith("data:") || answer.startsWith(":");
    return events ? "text/event-stream" : "application/json";
  }

  /** What it says: what it was told, or a text around that. */
  private String wrapped(String name, JsonNode body) {
    return memory.said("wrap:" + name, "%s").replace("%s", said(body));
  }

  /** What the last message says, also if it is in parts. */
  private static String said(JsonNode body) {
    JsonNode content = body.path("messages").path(body.path("messages").size() - 1).path("content");
    if (content.isTextual()) {
      return content.asText();
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }

  private static String whole(String text, String model) {
    ObjectNode answer = JSON.createObjectNode();
    answer
        .put("id", "chatcmpl-1")
        .put("object", "chat.completion")
        .put("created", 1)
        .put("model", model);
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", text);
    answer
        .putObject("usage")
        .put("prompt_tokens", 1)
        .put("completion_tokens", 1)
        .put("total_tokens", 2);
    return answer.toString();
  }

  private void stream(String name, String text, String model, OutputStream out)
      throws IOException, InterruptedException {
    StringBuilder events = new StringBuilder(": connected\r\n\r\n");
    for (int at = 0; at < text.length(); at += LETTERS_PER_CHUNK) {
      String piece = text.substring(at, Math.min(text.length(), at + LETTERS_PER_CHUNK));
      events.append("data: ").append(chunk(piece, model, "")).append("\r\n\r\n");
    }
    events.append("data: ").append(chunk("", model, "stop")).append("\n\ndata: [DONE]\n\n");
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    byte[] bytes = events.toString().getBytes(StandardCharsets.UTF_8);
    int size = memory.number("write:" + name, BYTES_PER_WRITE);
    for (int at = 0; at < bytes.length; at += size) {
      if (at > bytes.length / 2) {
        Thread.sleep(memory.number("pause:" + name, 0));
      }
      out.write(bytes, at, Math.min(size, bytes.length - at));
      out.flush();
    }
  }

  private static String chunk(String piece, String model, String finish) {
    ObjectNode chunk = JSON.createObjectNode();
    chunk
        .put("id", "chatcmpl-1")
        .put("object", "chat.completion.chunk")
        .put("created", 1)
        .put("model", model);
    ObjectNode choice = chunk.putArray("choices").addObject();
    choice.put("index", 0);
    ObjectNode delta = choice.putObject("delta");
    if (finish.isEmpty()) {
      delta.put("content", piece);
      choice.putNull("finish_reason");
    } else {
      choice.put("finish_reason", finish);
    }
    return chunk.toString();
  }
}
