package gatehouse.gateway.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.gateway.fakes.RawServer.Request;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the fakes and tells the gateway where they are. */
public final class FakeServers implements QuarkusTestResourceLifecycleManager {
  /** Social credit code of a hospital that does not exist. */
  public static final String PRODUCER = "12000000000000000X";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String HOUSE = "    in-house: house-notes-7b";

  private static final String REFERRAL =
      """
        referral-letter:
          in-house: house-notes-7b
          gone: house-notes-7b
          public-cloud: cloud-chat-large
          public-cloud-spare: cloud-chat-large\
      """;

  private static final Map<String, String> FIXED =
      Map.of(
          "TEST_CLOUD_KEY",
          "cloud-key-of-the-hospital",
          "GATEHOUSE_AIGC_PRODUCER",
          PRODUCER,
          // Two cores are shared with the database, the broker and the test itself.
          "GATEHOUSE_PERMIT_BUDGET",
          "PT1S",
          // Whatever the hour of the test, it is late enough.
          "gatehouse.reconciliation.at",
          "00:00",
          "gatehouse.supervision.heartbeat",
          "PT3S",
          // Longer than any stall of a shared machine, shorter than a test may take.
          "gatehouse.upstream.silence",
          "PT5S");

  private final Memory memory = new Memory();
  private final List<RawServer> servers = new ArrayList<>();

  @Override
  public Map<String, String> start() {
    System.setProperty(Script.ADDRESS, "http://127.0.0.1:" + started(memory::control).port());
    Script.reset();
    memory.leases().expectGateway();
    int inHouse = started((r, out) -> new FakeModel(memory).answer(Script.IN_HOUSE, r, out)).port();
    int spare = started((r, out) -> new FakeModel(memory).answer(Script.SPARE, r, out)).port();
    int cloud = started((r, out) -> new FakeModel(memory).answer(Script.PUBLIC, r, out)).port();
    int other =
        started((r, out) -> new FakeModel(memory).answer(Script.PUBLIC_SPARE, r, out)).port();
    Map<String, String> settings = new HashMap<>(FIXED);
    settings.putAll(
        Map.of(
            "GATEHOUSE_ADMISSION_URL",
            owner("standings"),
            "GATEHOUSE_CONSENT_URL",
            owner("decisions"),
            "GATEHOUSE_INCIDENT_URL",
            owner("stops"),
            "GATEHOUSE_UPSTREAMS",
            upstreams(inHouse, spare, cloud, other).toString()));
    return settings;
  }

  @Override
  public void stop() {
    servers.forEach(RawServer::close);
  }

  private String owner(String name) {
    return "http://127.0.0.1:" + started((r, out) -> owner(name, r, out)).port();
  }

  private RawServer started(RawServer.Handler handler) {
    RawServer server = new RawServer(handler);
    servers.add(server);
    return server;
  }

  /** The file that the launcher uses, with the ports of this run. */
  private static Path upstreams(int inHouse, int spare, int cloud, int other) {
    try {
      String example =
          Files.readString(Path.of("upstreams.example.yaml"))
              .replace("8495", Integer.toString(inHouse))
              .replace("8496", Integer.toString(cloud))
              .replace("# credential: env:PUBLIC_CLOUD_KEY", "credential: env:TEST_CLOUD_KEY")
              .replace("\napplications:", "\n" + more(spare, other) + "applications:\n" + REFERRAL)
              .replace("  discharge-summary:\n" + HOUSE, discharge())
              .replace(
                  "  wayfinding:",
                  "  " + Ward.ROBOT + ":\n    in-house: house-robot-1b\n  wayfinding:")
              .replace(
                  "    in-house: house-guide-1b",
                  "    in-house: house-guide-1b\n    public-cloud: cloud-chat-large");
      Path file = Files.createTempFile("gatehouse-upstreams", ".yaml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, example);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String more(int spare, int otherCloud) {
    return """
      in-house-spare:
        url: http://127.0.0.1:%d/v1
        zone: LOCAL
        country: CN
      gone:
        url: http://127.0.0.1:1/v1
        zone: LOCAL
        country: CN
      public-cloud-spare:
        url: http://127.0.0.1:%d/v1
        zone: PUBLIC
        country: CN
        policy: public

    """
        .formatted(spare, otherCloud);
  }

  private static String discharge() {
    return String.join("\n", "  discharge-summary:", HOUSE, "    in-house-spare: house-notes-7b");
  }

  private void owner(String name, Request request, OutputStream out)
      throws IOException, InterruptedException {
    String path = request.line().split(" ", -1)[1];
    if (request.body().contains("warm-up")) {
      RawServer.write(out, path.equals("/v1/decisions") ? 400 : 404, "application/json", "{}");
      return;
    }
    if (path.equals("/v1/leases")) {
      memory.leases().answer(name, request, out);
    } else if (path.equals("/v1/decisions")) {
      memory.hear("decisions", request);
      say("decisions", "decisions", out);
    } else if (path.equals("/v1/standings")) {
      memory.hear("standings", request);
      JsonNode body = JSON.readTree(request.body());
      say("standings:" + body.path("application").asText(), "standings", out);
    } else {
      RawServer.write(out, 404, "application/json", "{}");
    }
  }

  private void say(String key, String owner, OutputStream out)
      throws IOException, InterruptedException {
    int delay = memory.number("delay:" + owner, 0);
    if (delay > 0) {
      Thread.sleep(delay);
    }
    String body = memory.said(key, "");
    int status = memory.number("status:" + owner, body.isEmpty() ? 404 : 200);
    RawServer.write(out, status, "application/json", body);
  }
}
