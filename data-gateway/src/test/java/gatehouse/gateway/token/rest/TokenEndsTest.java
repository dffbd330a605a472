package gatehouse.gateway.token.rest;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was let in once is let in no longer than its token allows, and nothing else with it. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("G-42")
class TokenEndsTest {
  private static final Tokens HIS = Tokens.as("his").roles("HIS_SYSTEM").claim("azp", "his-client");

  @Inject CheckedTokens remembered;

  @BeforeEach
  void quiet() {
    Script.reset();
  }

  @Test
  void aTokenThatRunsOutIsRefusedThoughItWasRemembered() {
    String token =
        HIS.claim("exp", Date.from(InstantSource.system().instant().plusSeconds(4))).token();
    assertThat(status(token)).isEqualTo(200);
    assertThat(remembered.holder(token)).isPresent();

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    int status = status(token);
    while (status == 200 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      status = status(token);
    }

    assertThat(status).isEqualTo(401);
    assertThat(status(token)).isEqualTo(401);
  }

  @Test
  void aRememberedTokenOpensNothingForItsLikes() {
    String token = HIS.token();
    assertThat(status(token)).isEqualTo(200);
    String[] parts = token.split("\\.", -1);
    String unsigned =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(status(parts[0] + '.' + parts[1] + '.' + "A".repeat(parts[2].length())))
        .isEqualTo(401);
    assertThat(status(parts[0] + '.' + parts[1] + '.')).isEqualTo(401);
    assertThat(status(unsigned + '.' + parts[1] + '.')).isEqualTo(401);
    assertThat(status(HIS.audience("consent-service").token())).isEqualTo(401);
    assertThat(status(HIS.expired().token())).isEqualTo(401);
    assertThat(status(token)).isEqualTo(200);
  }

  @Test
  void aRememberedTokenHasTheRolesItHad() {
    String token = Tokens.as("zhao.auditor").roles("AUDITOR").token();

    assertThat(Gateway.get("/v1/api-keys", token).statusCode()).isEqualTo(200);
    assertThat(remembered.holder(token)).isPresent();

    assertThat(Gateway.get("/v1/api-keys", token).statusCode()).isEqualTo(200);
    assertThat(status(token)).isEqualTo(403);
  }

  private static int status(String token) {
    return Gateway.post(
            "/v1/chat/completions",
            Gateway.chat("note-assistant", "好", ""),
            Map.of("Authorization", "Bearer " + token))
        .statusCode();
  }
}
