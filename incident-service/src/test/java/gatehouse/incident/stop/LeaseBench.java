package gatehouse.incident.stop;

import static gatehouse.incident.People.DUTY;
import static gatehouse.incident.People.GATEWAY;
import static gatehouse.incident.People.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.embedded.Parts;
import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import gatehouse.lease.holder.HeldLease;
import gatehouse.lease.holder.RenewLease;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Prints how fast stops reach two holders of leases, over HTTP, with the real database. Each holder
 * lets something out every 0.2 ms while its lease lives and it knows of no stop. No test: run with
 *
 * <pre>./mvnw -pl incident-service test -Dtest=LeaseBench -Dstops=1000</pre>
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class LeaseBench {
  private static final int STOPS = Integer.getInteger("stops", 1_000);
  private static final int TIDY_EVERY = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private volatile String target = "";
  private volatile boolean over;

  @Test
  void stops() throws Exception {
    List<Gate> gates = List.of(new Gate("g-1"), new Gate("g-2"));
    gates.forEach(Gate::start);
    long[] lastEgress = new long[STOPS];
    long[] enforced = new long[STOPS];
    int after = 0;
    for (int i = 0; i < STOPS; i++) {
      target = "bench-" + UUID.randomUUID();
      long seen = gates.get(0).egresses.get() + gates.get(1).egresses.get();
      awaitEgress(gates, seen);
      JsonPath stop = stop(target);
      long accepted = System.nanoTime();
      awaitEnforced(stop.getString("stopId"));
      long confirmed = System.nanoTime();
      // Long enough for whatever still wants to leave.
      LockSupport.parkNanos(20_000_000);
      long last = Math.max(gates.get(0).lastEgress, gates.get(1).lastEgress);
      lastEgress[i] = Math.max(0, last - accepted);
      enforced[i] = confirmed - accepted;
      after += last - confirmed > 0 ? 1 : 0;
      if (i % TIDY_EVERY == TIDY_EVERY - 1) {
        tidy();
      }
    }
    over = true;
    gates.forEach(Gate::stop);
    System.out.printf("stops: %d, holders: 2%n", STOPS);
    print("stop answered -> last egress", lastEgress);
    print("stop answered -> seen as ENFORCED", enforced);
    System.out.printf("egress after ENFORCED: %d%n", after);
  }

  /** A holder that lets things out. */
  private final class Gate {
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private final HeldLease lease = new HeldLease(System::nanoTime, this::apply);
    private final Wire wire;
    private final RenewLease renewal;
    private volatile long lastEgress;
    private final AtomicLong egresses = new AtomicLong();

    private Gate(String name) {
      wire = new Wire(name);
      renewal = new RenewLease(name, lease, wire::renew, System::nanoTime, Duration.ofMillis(50));
    }

    private void start() {
      renewal.start();
      Thread.ofPlatform().daemon().start(this::letOut);
    }

    private void stop() {
      renewal.stop();
    }

    private void apply(Grant grant) {
      for (Fact fact : grant.facts()) {
        stopped.add(fact.details().getOrDefault("value", ""));
      }
    }

    private void letOut() {
      while (!over) {
        String present = target;
        if (!present.isEmpty() && !stopped.contains(present) && lease.isLive()) {
          lastEgress = System.nanoTime();
          egresses.incrementAndGet();
        }
        LockSupport.parkNanos(200_000);
      }
    }
  }

  /** The lease over HTTP. */
  private static final class Wire {
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String holder;
    private final String token = GATEWAY.token();
    private final URI leases =
        URI.create(
            "http://127.0.0.1:"
                + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class)
                + "/v1/leases");

    private Wire(String holder) {
      this.holder = holder;
    }

    private Grant renew(@Nullable UUID epoch, @Nullable Long applied) {
      String known =
          epoch == null ? "" : ",\"epoch\":\"%s\",\"applied\":%d".formatted(epoch, applied);
      HttpRequest request =
          HttpRequest.newBuilder(leases)
              .timeout(Duration.ofSeconds(1))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"holder\":\"%s\"%s}".formatted(holder, known)))
              .build();
      try {
        return grant(JSON.readTree(http.send(request, BodyHandlers.ofString()).body()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private static Grant grant(JsonNode view) {
      List<Fact> facts = new ArrayList<>();
      for (JsonNode fact : view.path("facts")) {
        Map<String, String> details = Map.of("value", fact.path("details").path("value").asText());
        facts.add(
            new Fact(
                fact.path("version").asLong(),
                fact.path("about").asText(),
                fact.path("key").asText(),
                new TreeMap<>(details)));
      }
      return new Grant(
          UUID.fromString(view.path("epoch").asText()),
          view.path("version").asLong(),
          Duration.ofMillis(view.path("ttlMillis").asLong()),
          view.path("complete").asBoolean(),
          facts);
    }
  }

  private static void awaitEgress(List<Gate> gates, long seen) {
    while (gates.get(0).egresses.get() + gates.get(1).egresses.get() < seen + 4) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static JsonPath stop(String application) {
    return as(DUTY)
        .body(
            Map.of(
                "scope",
                Map.of("kind", "APPLICATION", "value", application),
                "reasonCode",
                "HALLUCINATION"))
        .post("/v1/stops")
        .jsonPath();
  }

  private static void awaitEnforced(String stopId) {
    while (!"ENFORCED"
        .equals(as(DUTY).get("/v1/stops/" + stopId).jsonPath().getString("enforcement.state"))) {
      LockSupport.parkNanos(2_000_000);
    }
  }

  /** A hospital has a handful of stops in force, not a thousand. */
  private static void tidy() throws SQLException {
    Config config = ConfigProvider.getConfig();
    try (Connection owner =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
        Statement truncate = owner.createStatement()) {
      truncate.execute("truncate incident.stop_order cascade");
    }
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
        what,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }
}
