package gatehouse.gateway.block;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A quarantine that another replica wrote reaches this one without a word. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class OtherReplicaTest {
  private static final String CLIENT = "told-elsewhere";

  @Inject DataSource database;

  @Test
  void itsQuarantineHoldsAndEndsHere() throws Exception {
    Script.reset();
    assertThat(status()).isEqualTo(200);

    elsewhere(
        "insert into gateway.quarantine (id, client, by_ref, began_at)"
            + " values (gen_random_uuid(), '"
            + CLIENT
            + "', 'another', now())");
    assertThat(becomes(403)).isTrue();

    elsewhere("update gateway.quarantine set ended_at = now() where client = '" + CLIENT + "'");
    assertThat(becomes(200)).isTrue();
  }

  private static boolean becomes(int expected) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < deadline) {
      if (status() == expected) {
        return true;
      }
    }
    return false;
  }

  private static int status() {
    String token = Tokens.as("his").roles("HIS_SYSTEM").claim("azp", CLIENT).token();
    return Gateway.post(
            "/v1/chat/completions",
            Gateway.chat("note-assistant", "好", ""),
            Map.of("Authorization", "Bearer " + token))
        .statusCode();
  }

  private void elsewhere(String change) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }
}
