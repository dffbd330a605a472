package gatehouse.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "journalalone"),
      @ResourceArg(name = "kafka", value = "false")
    })
class KafkaDownTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Actor TESTER = new Actor("TESTER", "dev.nobody");

  @Inject Journal journal;
  @Inject Aggregates aggregates;

  @Test
  void writingNumberingAndReadinessGoOn() throws Exception {
    String appended = aggregates.change("alone", Effects.TOPIC, TESTER).toString();
    String recorded =
        journal.record(Aggregates.entry("alone-too", 1, Effects.TOPIC, TESTER)).toString();

    Eventually.holds("both numbered", SOON, () -> read().containsAll(List.of(appended, recorded)));
    // Longer than a reader may stall.
    long since = System.nanoTime();
    Eventually.holds(
        "ready all the time",
        SOON,
        () -> {
          assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
          return System.nanoTime() - since > Duration.ofSeconds(5).toNanos();
        });
  }

  private static List<String> read() {
    return given()
        .auth()
        .oauth2(Tokens.as("han.auditor").roles("AUDITOR").audience("journal-test").token())
        .get("/v1/journal")
        .jsonPath()
        .getList("entries.id", String.class);
  }
}
