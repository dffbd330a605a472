package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call hands over the id of a permit that was asked for just before, in place of its context. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class PermitContextTest {
  private static final int TRIES = 10;
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final String ENDED = "that still lives";
  private static final String QUESTION =
      """
      {"application": "note-assistant", "patient": {"issuer": "HIS", "id": "00123456"},
       "encounter": "E-1", "purpose": "CARE", "dataCategories": ["NOTES"],
       "user": "qian.physician"}\
      """;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void thePermitSaysWhoTheCallIsAbout() {
    HttpResponse<String> answer = called(QUESTION, his(), "note-assistant", "");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Script.received(Script.IN_HOUSE)).hasSize(1);
    assertThat(Script.received(Script.IN_HOUSE).getFirst()).doesNotContain("00123456", "permit");
    String output = answer.headers().firstValue("X-Gatehouse-Output").orElseThrow();
    HttpResponse<String> registered = Gateway.get("/v1/outputs/" + output, Gateway.his());
    assertThat(Ward.json(registered).path("subjectRef").asText())
        .as(registered.body())
        .isNotEmpty();
  }

  @Test
  void whatElseIsKnownStandsBesideThePermit() {
    HttpResponse<String> answer =
        called(
            QUESTION,
            his(),
            "note-assistant",
            ",\"deployment\":\"public-cloud\",\"known\":{\"names\":[\"欧阳明月\"]}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
    assertThat(answer.body()).doesNotContain(ENDED);
  }

  @Test
  void aPermitOfAnotherApplicationOrCallerIsNone() {
    Map<String, String> other =
        Map.of(
            "Authorization",
            "Bearer " + Tokens.as("ris").roles("HIS_SYSTEM").claim("azp", "ris").token());

    isUnknown(chat(permit(QUESTION), his(), "wayfinding", ""));
    isUnknown(chat(permit(QUESTION), other, "note-assistant", ""));
    isUnknown(chat(UUID.randomUUID().toString(), his(), "note-assistant", ""));
    isUnknown(chat("not-an-id", his(), "note-assistant", ""));
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @Test
  void aPermitThatEndedIsForgotten() {
    String permit = permit(QUESTION);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    HttpResponse<String> answer = chat(permit, his(), "note-assistant", "");
    while (answer.statusCode() == 200 && System.nanoTime() < deadline) {
      answer = chat(permit, his(), "note-assistant", "");
    }

    isUnknown(answer);
  }

  @Test
  void thePermitAndAPatientMayDisagreeAndAreRefused() {
    HttpResponse<String> answer =
        called(
            QUESTION,
            his(),
            "note-assistant",
            ",\"patient\":{\"issuer\":\"HIS\",\"id\":\"00999999\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("an unknown member", "[deployment, known, permit]");
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  private static void isUnknown(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Ward.json(answer).path("error").path("param").asText())
        .isEqualTo("gatehouse.permit");
    assertThat(answer.body()).contains(ENDED);
  }

  /** A permit lives a second, and a busy machine may take longer than that between the two. */
  private static HttpResponse<String> called(
      String question, Map<String, String> caller, String application, String more) {
    HttpResponse<String> answer = chat(permit(question), caller, application, more);
    for (int tried = 1; tried < TRIES && answer.body().contains(ENDED); tried++) {
      answer = chat(permit(question), caller, application, more);
    }
    return answer;
  }

  private static String permit(String question) {
    HttpResponse<String> answer = Gateway.post("/v1/permits", question);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Ward.json(answer).path("permitId").asText();
  }

  private static HttpResponse<String> chat(
      String permit, Map<String, String> caller, String application, String more) {
    return Gateway.post(
        "/v1/chat/completions",
        """
        {"model": "%s", "messages": [{"role": "user", "content": "你好"}],
         "gatehouse": {"permit": "%s"%s}}\
        """
            .formatted(application, permit, more),
        caller);
  }

  private static Map<String, String> his() {
    return Map.of("Authorization", "Bearer " + Gateway.his());
  }
}
