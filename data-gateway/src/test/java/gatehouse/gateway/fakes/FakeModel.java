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
import java.time.Duration;

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

  /** Longer than any patience. */
  private static final Duration FOREVER = Duration.ofMinutes(2);

  private final Memory memory;

  FakeModel(Memory memory) {
    this.memory = memory;
  }

  void answer(String name, Request request, OutputStream out)
      throws IOException, InterruptedException {
    memory.hear(name, request);
    if (!memory.said("silent:" + name, "").isEmpty()) {
      Thread.sleep(FOREVER);
    }
    int status = memory.number("status:" + name, 200);
    if (status != 200) {
      String again = memory.said("retry-after:" + name, "");
      String elsewhere = memory.said("location:" + name, "");
      String type =
          "application/json"
              + (again.isEmpty() ? "" : "\r\nRetry-After: " + again)
              + (elsewhere.isEmpty() ? "" : "\r\nLocation: " + elsewhere);
      RawServer.write(out, status, type, "{\"error\":" + request.body() + "}");
      return;
    }
    String canned = memory.said("raw:" + name, "");
    JsonNode body = JSON.readTree(request.body());
    String echo = memory.said("echo:" + name, "");
    if (!echo.isEmpty()) {
      RawServer.write(out, 200, type(echo), told(echo, said(body)));
    } else if (!canned.isEmpty()) {
      RawServer.write(out, 200, type(canned), canned);
    } else if (request.line().contains("/embeddings ")) {
      RawServer.write(out, 200, "application/json", OtherRoutes.embeddings(body));
    } else if (request.line().contains("/responses ")) {
      OtherRoutes.respond(
          body, memory.said("wrap:" + name, "%s"), memory.number("letters:" + name, 5), out);
    } else if (body.path("stream").asBoolean()) {
      stream(name, wrapped(name, body), body.path("model").asText(), out);
    } else {
      inTwoPieces(name, whole(wrapped(name, body), body.path("model").asText()), out);
    }
  }

  /**
   * A template with what was told in place of {@code %1$s}. {@code %2$s} to {@code %4$s} are three
   * pieces of it, cut inside the first placeholder.
   */
  private static String told(String template, String said) {
    int from = Math.max(0, said.indexOf('⟦') + 1);
    int first = Math.min(said.length(), from + 3);
    int second = Math.min(said.length(), from + 9);
    return template
        .replace("%1$s", said)
        .replace("%2$s", said.substring(0, first))
        .replace("%3$s", said.substring(first, second))
        .replace("%4$s", said.substring(second));
  }

  /** A whole answer, with the same pause in its middle as a stream. */
  private void inTwoPieces(String name, String answer, OutputStream out)
      throws IOException, InterruptedException {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    int pause = memory.number("pause:" + name, 0);
    if (pause == 0) {
      RawServer.write(out, 200, "application/json", answer);
      return;
    }
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(bytes.length)
            .getBytes(StandardCharsets.US_ASCII));
    out.write(bytes, 0, bytes.length / 2);
    out.flush();
    Thread.sleep(pause);
    out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
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
    if (body.has("input")) {
      return OtherRoutes.said(body.path("input"));
    }
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
    int letters = memory.number("letters:" + name, LETTERS_PER_CHUNK);
    for (int at = 0; at < text.length(); at += letters) {
      String piece = text.substring(at, Math.min(text.length(), at + letters));
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
