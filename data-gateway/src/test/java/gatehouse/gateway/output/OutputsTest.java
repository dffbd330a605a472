package gatehouse.gateway.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class OutputsTest {
  private static final String NOTE = "患者欧阳明月，右下肺结节 8mm，建议 3 个月后复查。";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause({"G-28", "G-32"})
  void everyAnswerWaitsForAPhysician() {
    Ward.Answer answer = Ward.answer(NOTE);

    JsonNode output = Ward.read(answer.id());

    assertThat(output.path("state").asText()).isEqualTo("PENDING");
    assertThat(output.path("contentDigest").asText()).isEqualTo(Words.digest(answer.text()));
    assertThat(output.path("inputDigest").asText()).startsWith("sha256:");
    assertThat(output.path("productDigest").asText()).startsWith("sha256:");
    assertThat(output.path("subjectRef").asText()).startsWith("dev.");
    assertThat(output.path("encounterRef").asText()).startsWith("dev.");
    assertThat(output.has("judgement")).isFalse();
    assertThat(output.toString()).doesNotContain("欧阳", "00123456", "qian.physician");
  }

  @Test
  @Clause({"G-27", "G-28"})
  void aLicensedPhysicianConfirmsWhatWasSeen() {
    Ward.Answer answer = Ward.answer(NOTE);

    HttpResponse<String> confirmed = Ward.decide(Ward.physician(), answer.id(), "confirm", "");

    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    assertThat(Ward.json(confirmed).path("state").asText()).isEqualTo("CONFIRMED");
    JsonNode judgement = Ward.json(confirmed).path("judgement");
    assertThat(judgement.path("physicianRef").asText()).startsWith("dev.");
    // A test is faster than any human; the hospital sees that.
    assertThat(judgement.path("hasty").asBoolean()).isTrue();
  }

  @Test
  @Clause("G-28")
  void noMachineAndNobodyWithoutALicenceDecides() {
    String id = Ward.answer(NOTE).id();
    String unlicensed = Tokens.as("wu.intern").roles("PHYSICIAN").token();
    String machine =
        Tokens.as("service-account-his")
            .roles("PHYSICIAN", "HIS_SYSTEM")
            .claim("licence", "1")
            .token();

    for (String token : new String[] {unlicensed, machine, Gateway.his()}) {
      for (String verb : new String[] {"confirm", "edit", "reject"}) {
        String body =
            switch (verb) {
              case "edit" -> ",\"text\":\"x\"";
              case "reject" -> ",\"reason\":\"NOT_NEEDED\"";
              default -> "";
            };
        assertThat(Ward.decide(token, id, verb, body).statusCode()).isEqualTo(403);
      }
      assertThat(Gateway.get("/v1/outputs/" + id + "/content", token).statusCode()).isEqualTo(403);
    }
    HttpResponse<String> refused = Ward.decide(machine, id, "confirm", "");
    assertThat(Ward.json(refused).path("reasons").path(0).path("code").asText())
        .isEqualTo("PHYSICIAN_REQUIRED");
    assertThat(Ward.read(id).path("state").asText()).isEqualTo("PENDING");
  }

  @Test
  @Clause("G-28")
  void nobodyDecidesAboutAnotherTextThanTheOneSeen() {
    String id = Ward.answer(NOTE).id();
    String other = "sha256:" + "00".repeat(32);

    HttpResponse<String> refused =
        Ward.post(
            Ward.physician(),
            "/v1/outputs/" + id + "/confirm",
            "{\"contentDigest\":\"" + other + "\"}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Ward.json(refused).path("type").asText()).isEqualTo("/problems/other-content");
    assertThat(Ward.read(id).path("state").asText()).isEqualTo("PENDING");
  }

  @Test
  @Clause("G-32")
  void anEditChangesTheDigestAndKeepsTheLabel() {
    Ward.Answer answer = Ward.answer(NOTE);

    HttpResponse<String> edited =
        Ward.decide(Ward.physician(), answer.id(), "edit", ",\"text\":\"右下肺结节 6mm，随访。\"");

    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    assertThat(Ward.json(edited).path("state").asText()).isEqualTo("EDITED");
    assertThat(edited.body()).doesNotContain("6mm");
    JsonNode content =
        Ward.json(Gateway.get("/v1/outputs/" + answer.id() + "/content", Ward.physician()));
    assertThat(content.path("text").asText()).startsWith("右下肺结节 6mm").endsWith("内容由AI生成，须经医师确认");
    assertThat(content.path("contentDigest").asText())
        .isEqualTo(Words.digest(content.path("text").asText()))
        .isNotEqualTo(Words.digest(answer.text()));
  }

  @Test
  @Clause({"G-47", "G-48"})
  void aRejectionNamesItsReasonAndIsFinal() {
    String id = Ward.answer(NOTE).id();

    HttpResponse<String> rejected =
        Ward.decide(Ward.physician(), id, "reject", ",\"reason\":\"HALLUCINATION\"");
    HttpResponse<String> again = Ward.decide(Ward.physician(), id, "confirm", "");

    assertThat(Ward.json(rejected).path("rejected").asText()).isEqualTo("HALLUCINATION");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(Ward.json(again).path("type").asText()).isEqualTo("/problems/output-wrong-state");
  }

  @Test
  @Clause({"G-59", "G-60"})
  void whoeverMayNotUseTheProductConfirmsNothingAndMayReject() {
    String id = Ward.answer(NOTE).id();
    Script.say("standings:note-assistant", Answers.untrained("note-assistant", "NOT_TRAINED"));

    HttpResponse<String> confirmed = Ward.decide(Ward.physician(), id, "confirm", "");
    HttpResponse<String> rejected =
        Ward.decide(Ward.physician(), id, "reject", ",\"reason\":\"WRONG_RESULT\"");

    assertThat(confirmed.statusCode()).isEqualTo(403);
    assertThat(Ward.json(confirmed).path("reasons").path(0).path("code").asText())
        .isEqualTo("NOT_TRAINED");
    assertThat(rejected.statusCode()).as(rejected.body()).isEqualTo(200);
  }

  @Test
  @Clause("G-60")
  void whoeverIsAssessedWithoutAiDoesNotSeeWhatItWrote() {
    String id = Ward.answer(NOTE).id();
    Script.say("standings:note-assistant", Answers.untrained("note-assistant", "ASSESSMENT"));

    HttpResponse<String> seen = Gateway.get("/v1/outputs/" + id + "/content", Ward.physician());

    assertThat(seen.statusCode()).as(seen.body()).isEqualTo(403);
    assertThat(Ward.json(seen).path("reasons").path(0).path("code").asText())
        .isEqualTo("ASSESSMENT");
    assertThat(seen.body()).doesNotContain("欧阳", "咳嗽");
  }

  @Test
  @Clause("G-59")
  void whoeverWasNeverTrainedMayReadAndSoReject() {
    String id = Ward.answer(NOTE).id();
    Script.say("standings:note-assistant", Answers.untrained("note-assistant", "NOT_TRAINED"));

    HttpResponse<String> seen = Gateway.get("/v1/outputs/" + id + "/content", Ward.physician());

    assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
  }

  @Test
  void metricsCountAndNameNobody() {
    String id = Ward.answer(NOTE).id();
    Ward.decide(Ward.physician(), id, "confirm", "");

    String metrics = Gateway.get("/q/metrics", Ward.physician()).body();

    assertThat(metrics)
        .contains("gatehouse_outputs_total{event=\"registered\"}")
        .contains("gatehouse_outputs_total{event=\"confirmed\"}")
        .doesNotContain(id, "qian.physician", "欧阳", "00123456");
  }

  @Test
  @Clause("G-30")
  void hastyDecisionsAreListed() {
    String id = Ward.answer(NOTE).id();
    Ward.decide(Ward.physician(), id, "confirm", "");
    String quality = Tokens.as("he.quality").roles("QUALITY_OFFICER").token();

    JsonNode page = Ward.json(Gateway.get("/v1/outputs?hasty=true&limit=200", quality));

    assertThat(page.path("outputs").findValuesAsText("outputId")).contains(id);
  }

  @Test
  void aPhysicianFindsTheOwnPendingOutputs() {
    String id = Ward.answer(NOTE).id();

    JsonNode mine = Ward.json(Gateway.get("/v1/outputs?mine=true&state=PENDING", Ward.physician()));
    JsonNode others =
        Ward.json(
            Gateway.get("/v1/outputs?mine=true&state=PENDING", Ward.physician("ma.physician")));

    assertThat(mine.path("outputs").path(0).path("outputId").asText()).isEqualTo(id);
    assertThat(others.path("outputs")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"contentDigest\":\"sha256:12\"}",
        "{\"contentDigest\":null}",
        "{\"contentDigest\":7}",
        "{\"contentDigest\":\"DIGEST\",\"statement\":\"\"}",
        "{\"contentDigest\":\"DIGEST\",\"physician\":\"somebody else\"}",
        "[]",
        "{"
      })
  void badDecisionsAreProblemsAndChangeNothing(String body) {
    String id = Ward.answer(NOTE).id();

    HttpResponse<String> response =
        Ward.post(
            Ward.physician(),
            "/v1/outputs/" + id + "/confirm",
            body.replace("DIGEST", Ward.digest(id)));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Ward.json(response).path("type").asText()).startsWith("/problems/");
    assertThat(Ward.read(id).path("state").asText()).isEqualTo("PENDING");
  }

  @Test
  void unknownOutputsAndReasonsAreNamed() {
    String id = Ward.answer(NOTE).id();
    String unknown = "/v1/outputs/" + UUID.randomUUID();

    assertThat(Gateway.get(unknown, Ward.physician()).statusCode()).isEqualTo(404);
    assertThat(Gateway.get(unknown + "/content", Ward.physician()).statusCode()).isEqualTo(404);
    assertThat(Gateway.get("/v1/outputs?state=APPROVED", Ward.physician()).statusCode())
        .isEqualTo(400);
    assertThat(
            Ward.decide(Ward.physician(), id, "reject", ",\"reason\":\"I_DISLIKE_IT\"")
                .statusCode())
        .isEqualTo(400);
  }
}
