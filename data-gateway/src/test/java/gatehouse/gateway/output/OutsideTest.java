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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AI that does not pass the gateway: a permit first, then its output under the same rules. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class OutsideTest {
  private static final String DIGEST = "sha256:" + "cd".repeat(32);
  private static final String BODY =
      """
      {"permitId":"PERMIT","application":"note-assistant","encounter":"E-1",
       "responsibleClinician":"qian.physician","inputDigest":"%s","text":"左肺未见结节。"}
      """
          .formatted(DIGEST);

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause({"G-27", "G-28", "G-32"})
  void whatAnImagingSystemSaysWaitsForAPhysicianToo() {
    HttpResponse<String> registered = register(Gateway.his(), BODY);

    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    JsonNode output = Ward.json(registered);
    String id = output.path("outputId").asText();
    assertThat(output.path("state").asText()).isEqualTo("PENDING");
    assertThat(output.path("contentDigest").asText())
        .isEqualTo(Words.digest("左肺未见结节。\n\n内容由AI生成，须经医师确认"));
    assertThat(registered.body()).doesNotContain("左肺", "qian.physician");
    assertThat(Ward.decide(Ward.physician(), id, "confirm", "").statusCode()).isEqualTo(200);
    assertThat(Ward.release(id, "RECORD").statusCode()).isEqualTo(201);
  }

  @Test
  @Clause("G-32")
  void contentHeldElsewhereCarriesItsLabel() {
    String image = BODY.replace("\"text\":\"左肺未见结节。\"", "\"contentDigest\":\"" + DIGEST + "\"%s");

    HttpResponse<String> bare = register(Gateway.his(), image.formatted(""));
    HttpResponse<String> labelled = register(Gateway.his(), image.formatted(",\"labelled\":true"));

    assertThat(Ward.json(bare).path("type").asText()).isEqualTo("/problems/output-unlabelled");
    assertThat(labelled.statusCode()).as(labelled.body()).isEqualTo(201);
    String id = Ward.json(labelled).path("outputId").asText();
    HttpResponse<String> content = Gateway.get("/v1/outputs/" + id + "/content", Ward.physician());
    assertThat(Ward.json(content).path("type").asText())
        .isEqualTo("/problems/content-held-elsewhere");
  }

  @ParameterizedTest
  @CsvSource({
    "note-assistant,discharge-summary,another application",
    "E-1,E-2,another encounter",
    "qian.physician,ma.physician,another responsible physician"
  })
  @Clause({"G-27", "G-33"})
  void thePermitBinds(String given, String other, String fault) {
    HttpResponse<String> refused = register(Gateway.his(), BODY.replace(given, other));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Ward.json(refused).path("detail").asText()).contains(fault);
  }

  @Test
  void nobodyUsesAnotherClientsPermitOrNone() {
    String other = Tokens.as("pacs").roles("HIS_SYSTEM").claim("azp", "pacs").token();

    assertThat(register(other, BODY).statusCode()).isEqualTo(409);
    assertThat(
            Ward.post(
                    Gateway.his(),
                    "/v1/outputs",
                    BODY.replace("PERMIT", UUID.randomUUID().toString()))
                .statusCode())
        .isEqualTo(409);
    assertThat(register(Ward.physician(), BODY).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"responsibleClinician\":\"qian.physician\"",
        ",\"text\":\"左肺未见结节。\"",
        "\"permitId\":\"PERMIT\","
      })
  @Clause("G-27")
  void whatIsMissingIsNamed(String missing) {
    String body = BODY.replace("\n ", "").replace(missing, "");
    assertThat(body).isNotEqualTo(BODY.replace("\n ", ""));

    HttpResponse<String> refused = register(Gateway.his(), body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Ward.json(refused).path("type").asText()).startsWith("/problems/");
  }

  /** It could have been made since; as a stopped model's answer it is not taken. */
  @ParameterizedTest
  @CsvSource({"APPLICATION,note-assistant", "PRODUCT,noteassistant", "ALL,*"})
  @Clause({"G-28", "G-51"})
  void nothingIsTakenOfWhatIsStopped(String kind, String value) {
    String permit = Ward.permit("note-assistant", "E-1").path("permitId").asText();
    String body = BODY.replace("PERMIT", permit);
    Script.say("stops", Answers.stopped(UUID.randomUUID().toString(), kind, value));

    HttpResponse<String> refused = Ward.post(Gateway.his(), "/v1/outputs", body);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(Ward.json(refused).path("type").asText()).isEqualTo("/problems/application-stopped");
    assertThat(Ward.json(refused).at("/reasons/0/code").asText()).isEqualTo("STOPPED");
    Script.reset();
    assertThat(Ward.post(Gateway.his(), "/v1/outputs", body).statusCode()).isEqualTo(201);
  }

  private static HttpResponse<String> register(String token, String body) {
    String permit = Ward.permit("note-assistant", "E-1").path("permitId").asText();
    return Ward.post(token, "/v1/outputs", body.replace("PERMIT", permit));
  }
}
