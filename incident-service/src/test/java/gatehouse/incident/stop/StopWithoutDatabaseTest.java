package gatehouse.incident.stop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.SwitchablePostgres;
import gatehouse.embedded.Tokens;
import gatehouse.incident.People;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database is gone, or it takes connections and says nothing; then it is back. */
@QuarkusTest
@WithTestResource(value = Parts.class, initArgs = @ResourceArg(name = "kafka", value = "false"))
@WithTestResource(
    value = SwitchablePostgres.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class StopWithoutDatabaseTest {
  /** Whoever presses stop knows by then that it did not work; the setting is 10 s. */
  private static final Duration BOUND = Duration.ofSeconds(18);

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What happens to the database. */
  enum Trouble {
    GONE,
    SILENT;

    void begin() {
      switch (this) {
        case GONE -> SwitchablePostgres.switchOff();
        case SILENT -> SwitchablePostgres.standStill();
      }
    }

    void end() {
      switch (this) {
        case GONE -> SwitchablePostgres.switchOn();
        case SILENT -> SwitchablePostgres.goOn();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  @Clause("G-51")
  void aStopIsRefusedInBoundedTimeAndNothingIsLentOrConfirmed(Trouble trouble) throws Exception {
    String during = "during-" + trouble;
    await("leases are lent", () -> lease().statusCode() == 200);
    HttpResponse<String> before = stop("before-" + trouble);
    assertThat(before.statusCode()).isEqualTo(201);
    String path = "/v1/stops/" + json(before).path("stopId").asText();

    trouble.begin();
    try {
      HttpResponse<String> refused = stop(during);
      isUnavailable(refused);
      assertThat(refused.headers().firstValue("retry-after")).isPresent();
      isUnavailable(lease());
      assertThat(send(get(path)).statusCode()).as("nobody is told ENFORCED").isEqualTo(503);
    } finally {
      trouble.end();
    }

    await("stops are taken again", () -> stop("behind-" + trouble).statusCode() == 201);
    await("leases are lent again", () -> lease().statusCode() == 200);
    await(
        "the stop of before is confirmed in the end",
        () -> json(send(get(path))).path("enforcement").path("state").asText().equals("ENFORCED"));
    assertThat(send(get("/v1/stops")).body())
        .as("of what was refused nothing is there")
        .contains("before-" + trouble, "behind-" + trouble)
        .doesNotContain(during);
  }

  private static void isUnavailable(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(json(answer).path("type").asText()).isEqualTo("/problems/unavailable");
  }

  private static HttpResponse<String> stop(String application) throws Exception {
    return send(
        request("/v1/stops", People.DUTY)
            .POST(
                BodyPublishers.ofString(
                    """
                    {"scope":{"kind":"APPLICATION","value":"%s"},"reasonCode":"SECURITY"}\
                    """
                        .formatted(application)))
            .build());
  }

  private static HttpResponse<String> lease() throws Exception {
    return send(
        request("/v1/leases", People.GATEWAY)
            .POST(BodyPublishers.ofString("{\"holder\":\"g-without-database\"}"))
            .build());
  }

  private static HttpRequest get(String path) {
    return request(path, People.AUDITOR).build();
  }

  private static HttpRequest.Builder request(String path, Tokens person) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(BOUND)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + person.token());
  }

  /** No answer within the bound is a failure of the test. */
  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("within " + SOON + ": " + what).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
