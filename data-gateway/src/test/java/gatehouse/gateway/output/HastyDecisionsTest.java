package gatehouse.gateway.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who confirms faster than a human reads is told to those who answer for quality. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("G-30")
class HastyDecisionsTest {
  private static final String PATH = "/v1/hasty-decisions";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void eachPhysicianIsCountedAndAnotherDecisionWipesNothingOut() {
    Instant since = Instant.now();
    String hurried = Ward.physician("hurried.physician");
    String first = decided(hurried, "confirm", "");
    decided(hurried, "confirm", "");
    decided(hurried, "reject", ",\"reason\":\"NOT_NEEDED\"");
    String other = decided(Ward.physician("other.physician"), "confirm", "");
    Ward.decide(hurried, first, "edit", ",\"text\":\"另一份文字，由医师写成。\"");

    HttpResponse<String> answer = Gateway.get(PATH + "?since=" + since, quality());

    JsonNode mine = of(answer, ref(first));
    assertThat(mine.path("confirmed").asInt()).isEqualTo(2);
    assertThat(mine.path("edited").asInt()).isEqualTo(1);
    assertThat(mine.path("rejected").asInt()).isEqualTo(1);
    assertThat(mine.path("outputs").asInt()).isEqualTo(3);
    assertThat(mine.path("shortestReadingMillis").asLong()).isBetween(0L, 60_000L);
    assertThat(Instant.parse(mine.path("last").asText())).isAfter(since);
    assertThat(of(answer, ref(other)).path("confirmed").asInt()).isEqualTo(1);
    assertThat(answer.body()).doesNotContain("hurried", "other.physician", "另一份");
  }

  @Test
  void theyAreMeteredAndStandInTheJournal() {
    double before = metered();

    String id = decided(Ward.physician(), "confirm", "");

    assertThat(metered()).isEqualTo(before + 1);
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!Gateway.journal().contains(id) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(Gateway.journal())
        .containsPattern(
            "\"outputId\":\"" + id + "\"[^}]*\"state\":\"CONFIRMED\"[^}]*\"hasty\":true");
  }

  @Test
  void anEarlierTimeHasNone() {
    decided(Ward.physician(), "confirm", "");

    JsonNode report =
        Ward.json(
            Gateway.get(
                PATH + "?since=2020-01-01T00:00:00Z&until=2020-02-01T00:00:00Z", quality()));

    assertThat(report.path("physicians")).isEmpty();
    assertThat(report.path("until").asText()).isEqualTo("2020-02-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?since=2020-02-01T00:00:00Z&until=2020-01-01T00:00:00Z",
        "?since=2999-01-01T00:00:00Z",
        "?until=soon",
        "?limit=0"
      })
  void aTimeThatIsNoneIsAnError(String query) {
    assertThat(Gateway.get(PATH + query, quality()).statusCode()).isEqualTo(400);
  }

  @Test
  void onlyThoseWhoAnswerForQualityAreTold() {
    for (String role : new String[] {"PHYSICIAN", "SECURITY_ANALYST", "ADMIN", "HIS_SYSTEM"}) {
      String token = Tokens.as("somebody").roles(role).token();
      assertThat(Gateway.get(PATH, token).statusCode()).as(role).isEqualTo(403);
    }
    for (String role : new String[] {"MEDICAL_AFFAIRS", "AUDITOR"}) {
      String token = Tokens.as("somebody").roles(role).token();
      assertThat(Gateway.get(PATH, token).statusCode()).as(role).isEqualTo(200);
    }
  }

  private static String decided(String physician, String verb, String more) {
    String id = Ward.answer("请概括今天的护理记录。").id();
    HttpResponse<String> answer = Ward.decide(physician, id, verb, more);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return id;
  }

  private static String ref(String output) {
    return Ward.read(output).path("judgement").path("physicianRef").asText();
  }

  private static JsonNode of(HttpResponse<String> report, String physicianRef) {
    assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
    return StreamSupport.stream(Ward.json(report).path("physicians").spliterator(), false)
        .filter(one -> one.path("physicianRef").asText().equals(physicianRef))
        .findFirst()
        .orElseThrow();
  }

  private static double metered() {
    return Gateway.get("/q/metrics", quality())
        .body()
        .lines()
        .filter(line -> line.startsWith("gatehouse_outputs_hasty_total{event=\"confirmed\"}"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  private static String quality() {
    return Tokens.as("he.quality").roles("QUALITY_OFFICER").token();
  }
}
