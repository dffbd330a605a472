package gatehouse.gateway.completion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Reads server-sent events as a client would. */
final class Streams {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Streams() {}

  static List<JsonNode> chunks(String body) {
    return body.lines()
        .filter(line -> line.startsWith("data: {"))
        .map(line -> parse(line.substring(6)))
        .toList();
  }

  static String text(String body) {
    StringBuilder text = new StringBuilder();
    for (JsonNode chunk : chunks(body)) {
      text.append(chunk.path("choices").path(0).path("delta").path("content").asText(""));
    }
    return text.toString();
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
