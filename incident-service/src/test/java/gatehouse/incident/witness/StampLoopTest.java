package gatehouse.incident.witness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.incident.People;
import gatehouse.incident.witness.rest.StampAuthority;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints are stamped by a real authority, which is away or wrong at times. */
@QuarkusTest
@TestProfile(StampLoopTest.Often.class)
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
@WithTestResource(StampAuthority.class)
class StampLoopTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** As often as a test has patience for. */
  public static final class Often implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "incident.witness.stamp.every", "PT0S", "incident.witness.stamp.look", "PT0.1S");
    }
  }

  @Inject KeepCheckpoint keep;

  @ConfigProperty(name = StampAuthority.URL)
  URI authority;

  @BeforeEach
  void behave() {
    mode("GOOD");
  }

  @Test
  @Clause("E-11")
  void theLatestTrustedCheckpointOfALogIsStampedOnce() throws Exception {
    String origin = "stamped/good";
    keep.keep(new TestLog(origin, 31).add("a", "b").told(0));
    keep.keep(new TestLog(origin, 31).add("a", "X", "c").told(2));

    await("stamped", () -> stampedSizes(origin).equals(List.of(2L)));
    assertThat(imprint(origin)).isEqualTo(sha256(noteOf(origin)));
    keep.keep(new TestLog(origin, 31).add("a", "b", "d").told(2));
    await("the next one, too", () -> stampedSizes(origin).equals(List.of(2L, 3L)));
    assertThat(failing()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"AWAY, 32", "OTHER_IMPRINT, 33", "OTHER_NONCE, 34"})
  @Clause("E-11")
  void anAuthorityInTroubleIsToldOfAndAskedAgain(String trouble, int seed) throws Exception {
    String origin = "stamped/" + trouble;
    mode(trouble);
    keep.keep(new TestLog(origin, seed).add("a").told(0));

    await("asked again", () -> asked() >= 3);
    assertThat(stampedSizes(origin)).as("what it sent is not taken").isEmpty();
    await("told", () -> failing() == 1);
    assertThat(Files.readString(Path.of("../deploy/grafana/incident-alerts.yaml")))
        .contains("expr: incident_witness_stamping_failing > 0");

    mode("GOOD");
    await("stamped in the end", () -> stampedSizes(origin).equals(List.of(1L)));
    await("no more told", () -> failing() == 0);
  }

  private void mode(String mode) {
    given().post(authority.resolve("/mode/" + mode)).then().statusCode(200);
  }

  private int asked() {
    return Integer.parseInt(given().get(authority.resolve("/asked")).asString());
  }

  private static double failing() {
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("incident_witness_stamping_failing"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private static List<Long> stampedSizes(String origin) {
    return stamps(origin).getList("size", Long.class);
  }

  private static JsonPath stamps(String origin) {
    return People.as(People.AUDITOR)
        .queryParam("origin", origin)
        .get("/v1/witness/stamps")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** What the first stamp of the log is of. */
  private static byte[] imprint(String origin) throws Exception {
    byte[] token = Base64.getDecoder().decode(stamps(origin).getString("[0].token"));
    return new TimeStampToken(new CMSSignedData(token))
        .getTimeStampInfo()
        .getMessageImprintDigest();
  }

  private static String noteOf(String origin) {
    return People.as(People.AUDITOR)
        .queryParam("origin", origin)
        .get("/v1/witness/checkpoints")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static byte[] sha256(String text) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("within " + SOON + ": " + what).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
