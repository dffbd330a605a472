package gatehouse.gateway.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the fakes are to say and what they heard; a test reaches it over HTTP. */
final class Memory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OWNERS = List.of("stops", "standings", "decisions");

  private final Map<String, String> said = new ConcurrentHashMap<>();
  private final Map<String, Queue<String>> heard = new ConcurrentHashMap<>();
  private final FakeLeases leases = new FakeLeases(this);

  FakeLeases leases() {
    return leases;
  }

  String said(String key, String otherwise) {
    return said.getOrDefault(key, otherwise);
  }

  int number(String key, int otherwise) {
    return Integer.parseInt(said.getOrDefault(key, Integer.toString(otherwise)));
  }

  void hear(String by, RawServer.Request request) {
    heard.computeIfAbsent(by, _ -> new ConcurrentLinkedQueue<>()).add(request.raw());
  }

  private static boolean concerns(JsonNode script, String owner) {
    String key = script.fieldNames().next();
    return key.equals(owner) || key.startsWith(owner + ":") || key.equals("facts:" + owner);
  }

  /** {@code POST /script} says, {@code POST /reset} forgets, {@code GET /heard/<name>} tells. */
  void control(RawServer.Request request, OutputStream out)
      throws IOException, InterruptedException {
    String path = request.line().split(" ", -1)[1];
    if (path.equals("/script")) {
      JsonNode script = JSON.readTree(request.body());
      script.fieldNames().forEachRemaining(key -> said.put(key, script.path(key).asText()));
      for (String owner : OWNERS) {
        if (concerns(script, owner)) {
          leases.changed(owner);
          leases.awaitApplied(owner);
        }
      }
    } else if (path.equals("/reset")) {
      said.clear();
      heard.clear();
    }
    ArrayNode told = JSON.createArrayNode();
    heard
        .getOrDefault(path.substring(path.lastIndexOf('/') + 1), new ConcurrentLinkedQueue<>())
        .forEach(told::add);
    RawServer.write(out, 200, "application/json", told.toString());
  }
}
