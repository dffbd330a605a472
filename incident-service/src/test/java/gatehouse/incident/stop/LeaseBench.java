package gatehouse.incident.stop;

import static gatehouse.incident.People.DUTY;
import static gatehouse.incident.People.GATEWAY;
import static gatehouse.incident.People.as;

import gatehouse.embedded.Parts;
import gatehouse.lease.Fact;
import gatehouse.lease.bench.EnforcementBench;
import gatehouse.lease.bench.No;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Prints how fast stops reach two holders of leases, over HTTP, with the real database. No test:
 * run with
 *
 * <pre>./mvnw -pl incident-service test -Dtest=LeaseBench -Dstops=1000</pre>
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class LeaseBench {

  @Test
  void stops() {
    EnforcementBench.run(
        "stop", new Stopping(), Integer.getInteger("stops", 1_000), leases(), GATEWAY.token());
  }

  private static URI leases() {
    Config config = ConfigProvider.getConfig();
    int port = config.getValue("quarkus.http.test-port", Integer.class);
    return URI.create("http://127.0.0.1:" + port + "/v1/leases");
  }

  /** A stop of one application. */
  private static final class Stopping implements No {
    @Override
    public String freshKey() {
      return "bench-" + UUID.randomUUID();
    }

    @Override
    public String say(String application) {
      String id =
          as(DUTY)
              .body(
                  Map.of(
                      "scope",
                      Map.of("kind", "APPLICATION", "value", application),
                      "reasonCode",
                      "HALLUCINATION"))
              .post("/v1/stops")
              .jsonPath()
              .getString("stopId");
      return "/v1/stops/" + id;
    }

    @Override
    public boolean isEnforced(String path) {
      return "ENFORCED".equals(as(DUTY).get(path).jsonPath().getString("enforcement.state"));
    }

    @Override
    public String keyOf(Fact fact) {
      return fact.details().getOrDefault("value", "");
    }

    /** A hospital has a handful of stops in force, not a thousand. */
    @Override
    public void tidy() {
      Config config = ConfigProvider.getConfig();
      try (Connection owner =
              DriverManager.getConnection(
                  config.getValue("quarkus.datasource.jdbc.url", String.class),
                  config.getValue("quarkus.flyway.username", String.class),
                  config.getValue("quarkus.flyway.password", String.class));
          Statement truncate = owner.createStatement()) {
        truncate.execute("truncate incident.stop_order cascade");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
