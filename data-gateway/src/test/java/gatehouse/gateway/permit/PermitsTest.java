package gatehouse.gateway.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class PermitsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUESTION =
      """
      {"application":"%s","patient":{"issuer":"HIS","id":"00123456"},"encounter":"E-1",
       "purpose":"CARE","dataCategories":["LAB"],"user":"qian.physician","place":"RADIOLOGY"}
      """;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void permitsWhenEveryOwnerAgrees() throws Exception {
    JsonNode permit = ask("note-assistant");

    assertThat(permit.path("decision").asText()).isEqualTo("PERMIT");
    assertThat(permit.path("permitId").asText()).hasSize(36);
    assertThat(permit.path("expiresAt").asText()).isNotEmpty();
    assertThat(permit.path("obligations").toString()).contains("LABEL", "CONFIRM_BEFORE_RECORD");
  }

  @Test
  void ownersLearnTheReferenceNotThePatient() throws Exception {
    ask("note-assistant");

    assertThat(Script.bodies("decisions")).hasSize(1).noneMatch(body -> body.contains("00123456"));
    assertThat(Script.bodies("decisions").getFirst()).contains("\"subjectRef\":\"dev.");
    assertThat(Script.bodies("standings")).noneMatch(body -> body.contains("00123456"));
  }

  @Test
  @Clause("G-37")
  void refusesUntilThePatientIsAsked() throws Exception {
    Script.say("decisions", Answers.NOT_ASKED);

    JsonNode permit = ask("note-assistant");

    assertThat(permit.path("decision").asText()).isEqualTo("DENY");
    assertThat(codes(permit)).containsExactly("CONSENT_REQUIRED");
    assertThat(permit.path("clauses").toString()).contains("G-37");
    assertThat(permit.path("manualRoute").path("zh").asText()).isEqualTo("人工书写病历");
    assertThat(permit.has("permitId")).isFalse();
  }

  @Test
  @Clause({"G-51", "G-02"})
  void tellsEveryFailureOfTheFirstThreeInOrder() throws Exception {
    Script.say("stops", Answers.stopped("s-1", "APPLICATION", "note-assistant"));
    Script.say(
        "standings:note-assistant",
        Answers.refused("note-assistant", "CERT_EXPIRED", "NOT_TRAINED"));

    JsonNode permit = ask("note-assistant");

    assertThat(codes(permit)).containsExactly("STOPPED", "CERT_EXPIRED", "NOT_TRAINED");
    assertThat(Script.bodies("decisions")).isEmpty();
    assertThat(permit.path("manualRoute").path("zh").asText()).isEqualTo("停用期间人工书写");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALL|",
        "VENDOR|91110000MA0000001A",
        "DEPARTMENT|RADIOLOGY",
        "PRODUCT|NoteAssistant",
        "APPLICATION|a-note-assistant"
      })
  @Clause("G-51")
  void stopsReachAsFarAsTheySay(String scope) throws Exception {
    String[] parts = scope.split("\\|", -1);
    Script.say("stops", Answers.stopped("s-2", parts[0], parts[1]));

    assertThat(codes(ask("note-assistant"))).containsExactly("STOPPED");
  }

  @Test
  void stopsOfOthersDoNotCount() throws Exception {
    Script.say("stops", Answers.stopped("s-3", "APPLICATION", "another"));

    assertThat(ask("note-assistant").path("decision").asText()).isEqualTo("PERMIT");
  }

  @Test
  @Clause({"G-02", "G-51"})
  void permitsFromMemoryWhileNothingSaysOtherwise() throws Exception {
    ask("note-assistant");
    ask("note-assistant");

    assertThat(Script.bodies("standings")).hasSize(1);
    assertThat(Script.bodies("decisions")).hasSize(1);
  }

  @Test
  @Clause("E-39")
  void aFactAboutThePatientEndsWhatMemoryHolds() throws Exception {
    ask("note-assistant");
    String subject = subjectOf(Script.bodies("decisions").getFirst());

    Script.say("facts:decisions", "SUBJECT=" + subject);
    Script.say("decisions", Answers.NOT_ASKED);

    assertThat(codes(ask("note-assistant"))).containsExactly("CONSENT_REQUIRED");
  }

  @Test
  void aFactAboutAnotherPatientLeavesIt() throws Exception {
    ask("note-assistant");

    Script.say("facts:decisions", "SUBJECT=dev.somebody-else");
    ask("note-assistant");

    assertThat(Script.bodies("decisions")).hasSize(1);
  }

  @Test
  void aRefusalIsNeverKept() throws Exception {
    Script.say("decisions", Answers.NOT_ASKED);
    ask("note-assistant");
    Script.say("facts:decisions", "SUBJECT=dev.somebody-else");
    Script.say("decisions", Answers.PERMIT);

    assertThat(ask("note-assistant").path("decision").asText()).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopThatComesWhileAPermitIsRecordedKeepsIt() throws Exception {
    StopWhileDeciding.expect();

    JsonNode permit = ask("note-assistant");

    assertThat(permit.path("decision").asText()).isEqualTo("DENY");
    assertThat(codes(permit)).containsExactly("STOPPED");
    assertThat(permit.has("expiresAt")).isFalse();
    assertThat(Gateway.journal()).contains("gatehouse.gateway.permit.ended.v1");
  }

  /** A name fits the form of a kind of data. */
  @Test
  void aCallersOwnWordsAreNotWrittenDown() throws Exception {
    String question =
        QUESTION.replace("\"CARE\"", "\"ZHANG_WEIMIN\"").replace("\"LAB\"", "\"P13812345678\"");

    String answer = Gateway.post("/v1/permits", question.formatted("note-assistant")).body();

    assertThat(answer).contains("DENY");
    assertThat(Gateway.journal()).doesNotContain("ZHANG_WEIMIN", "P13812345678").contains("OTHER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stops", "standings", "decisions"})
  @Clause({"G-37", "G-51", "E-40"})
  void anOwnerThatLendsNothingClosesTheGateWhenItsLeaseRanOut(String owner) throws Exception {
    Script.say("ttl", "300");
    Script.say(owner + ":nothing", "new");
    ask("note-assistant");

    Script.status(owner, 500);

    assertThat(codes(awaitRefusal("note-assistant"))).containsExactly("OWNER_UNREACHABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standings", "decisions"})
  void anOwnerThatIsSlowDeniesWithinTheBudget(String owner) throws Exception {
    Script.delay(owner, 20_000);
    long start = System.nanoTime();

    JsonNode permit = ask("note-assistant");

    assertThat(codes(permit)).containsExactly("OWNER_TIMEOUT");
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "nonsense", "{\"decision\":\"MAYBE\"}"})
  void anOwnerThatTalksNonsenseDenies(String nonsense) throws Exception {
    Script.say("decisions", nonsense);

    assertThat(codes(ask("note-assistant"))).containsExactly("OWNER_UNREADABLE");
  }

  @Test
  void anUnknownApplicationIsDenied() throws Exception {
    assertThat(codes(ask("nobody-knows-it"))).containsExactly("APPLICATION_UNKNOWN");
  }

  @Test
  void anApplicationForPatientsNeedsOne() throws Exception {
    String question = "{\"application\":\"%s\",\"purpose\":\"CARE\",\"dataCategories\":[]}";

    assertThat(codes(ask(question, "note-assistant"))).containsExactly("PATIENT_REQUIRED");
    assertThat(ask(question, "wayfinding").path("decision").asText()).isEqualTo("PERMIT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"application\":\"a\",\"purpose\":\"CARE\",\"dataCategories\":[],\"name\":\"x\"}",
        "{\"application\":1,\"purpose\":\"CARE\",\"dataCategories\":[]}",
        "{\"application\":\"a\",\"purpose\":\"care!\",\"dataCategories\":[]}",
        "{\"application\":\"a\",\"purpose\":\"CARE\"}"
      })
  void badQuestionsAreProblems(String body) throws Exception {
    HttpResponse<String> response = Gateway.post("/v1/permits", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).path("type").asText()).startsWith("/problems/");
  }

  @Test
  void nobodyIsPermittedWithoutAToken() {
    HttpResponse<String> response = Gateway.post("/v1/permits", "{}", Map.of());

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  private static JsonNode awaitRefusal(String application) throws Exception {
    long deadline = System.nanoTime() + 10_000_000_000L;
    JsonNode permit = ask(application);
    while (codes(permit).isEmpty() && System.nanoTime() < deadline) {
      permit = ask(application);
    }
    return permit;
  }

  private static String subjectOf(String body) throws Exception {
    return JSON.readTree(body).path("subjectRef").asText();
  }

  private static JsonNode ask(String application) throws Exception {
    return ask(QUESTION, application);
  }

  private static JsonNode ask(String question, String application) throws Exception {
    HttpResponse<String> response = Gateway.post("/v1/permits", question.formatted(application));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static List<String> codes(JsonNode permit) {
    return StreamSupport.stream(permit.path("reasons").spliterator(), false)
        .map(reason -> reason.path("code").asText())
        .toList();
  }
}
