package gatehouse.gateway.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.gateway.fakes.RawServer.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The leases of the three owners. Each change of what an owner is to say is a new version, with
 * which the gateway forgets what it kept, unless the script names the facts. A test goes on when
 * the gateway has applied it.
 */
final class FakeLeases {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long HOLD_NANOS = 100_000_000;
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  /** Longer than any stall of a shared machine; a test whose lease is to run out says a shorter. */
  private static final int TTL_MILLIS = 20_000;

  private final Memory memory;
  private final String epoch = UUID.randomUUID().toString();
  private final Map<String, Long> versions = new ConcurrentHashMap<>();
  private final Map<String, Long> applied = new ConcurrentHashMap<>();
  private boolean expected;

  FakeLeases(Memory memory) {
    this.memory = memory;
  }

  void answer(String owner, Request request, OutputStream out)
      throws IOException, InterruptedException {
    int status = memory.number("status:" + owner, 200);
    if (status != 200) {
      RawServer.write(out, status, "application/json", "{}");
      return;
    }
    JsonNode asked = JSON.readTree(request.body());
    boolean known = asked.path("epoch").asText().equals(epoch);
    long has = known ? asked.path("applied").asLong() : -1;
    heard(owner, has);
    RawServer.write(out, 200, "application/json", grant(owner, has, news(owner, has)).toString());
  }

  /** What is said from now on is another version. */
  synchronized void changed(String owner) throws IOException {
    long stops = JSON.readTree(memory.said("stops", "{}")).path("epoch").asLong();
    versions.merge(owner, owner.equals("stops") ? stops : 1L, (old, now) -> Math.max(old + 1, now));
    notifyAll();
  }

  /** From now on a gateway is there, or on its way: what is said waits for it. */
  synchronized void expectGateway() {
    expected = true;
  }

  /**
   * Waits until the gateway has applied the newest version of an owner that lends; right after its
   * start, until it has a lease at all. A call before that is refused, and rightly.
   */
  synchronized void awaitApplied(String owner) throws InterruptedException {
    long wanted = version(owner);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (expected
        && memory.number("status:" + owner, 200) == 200
        && applied.getOrDefault(owner, -1L) < wanted
        && System.nanoTime() < deadline) {
      wait(100);
    }
  }

  private synchronized void heard(String owner, long has) {
    applied.put(owner, has);
    notifyAll();
  }

  private synchronized long news(String owner, long has) throws InterruptedException {
    long deadline = System.nanoTime() + HOLD_NANOS;
    while (version(owner) <= has && System.nanoTime() < deadline) {
      wait(10);
    }
    return version(owner);
  }

  private long version(String owner) {
    return versions.getOrDefault(owner, 0L);
  }

  private ObjectNode grant(String owner, long has, long version) throws IOException {
    ObjectNode grant = JSON.createObjectNode().put("epoch", epoch);
    String named = memory.said("facts:" + owner, "");
    boolean partial = has >= 0 && (version == has || !named.isEmpty());
    grant
        .put("version", version)
        .put("ttlMillis", memory.number("ttl", TTL_MILLIS))
        .put("complete", !partial);
    ArrayNode facts = grant.putArray("facts");
    if (owner.equals("stops") && !partial) {
      stops(facts);
    } else if (version > has && !named.isEmpty()) {
      String[] fact = named.split("=", -1);
      facts.addObject().put("version", version).put("about", fact[0]).put("key", fact[1]);
    }
    return grant;
  }

  private void stops(ArrayNode facts) throws IOException {
    for (JsonNode stop : JSON.readTree(memory.said("stops", "{}")).path("inForce")) {
      ObjectNode fact = facts.addObject();
      fact.put("version", stop.path("epoch").asLong());
      fact.put("about", "STOP").put("key", stop.path("stopId").asText());
      fact.putObject("details")
          .put("kind", stop.path("scope").path("kind").asText())
          .put("value", stop.path("scope").path("value").asText())
          .put("manualRouteZh", stop.path("manualRoute").path("zh").asText())
          .put("manualRouteEn", stop.path("manualRoute").path("en").asText());
    }
  }
}
