package gatehouse.gateway.release;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.output.Words;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class ReleaseTest {
  private static final String NOTE = "右下肺结节 8mm，建议 3 个月后复查。";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause("G-33")
  void aConfirmedOutputIsReleasedOnce() {
    String id = confirmed();
    String token = token(Ward.release(id, "RECORD"));

    HttpResponse<String> first = Ward.redeem(token, id, Ward.digest(id));
    HttpResponse<String> second = Ward.redeem(token, id, Ward.digest(id));

    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(Ward.read(id).path("state").asText()).isEqualTo("RELEASED");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(problem(second)).isEqualTo("/problems/release-token-not-usable");
  }

  @Test
  @Clause("G-33")
  void ofManyAtOnceOneSpendsTheToken() {
    String id = confirmed();
    String token = token(Ward.release(id, "RECORD"));
    String digest = Ward.digest(id);

    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 8)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(
                    () -> Ward.redeem(token, id, digest).statusCode(),
                    command -> Thread.ofVirtual().start(command)))
            .toList();

    assertThat(all.stream().map(CompletableFuture::join).filter(status -> status == 200))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RECORD", "REPORT_CONCLUSION", "PATIENT"})
  @Clause({"G-30", "G-33"})
  void nothingPendingOrRejectedLeaves(String target) {
    String pending = Ward.answer(NOTE).id();
    String rejected = Ward.answer(NOTE).id();
    Ward.decide(Ward.physician(), rejected, "reject", ",\"reason\":\"WRONG_RESULT\"");
    String expected = target.equals("RECORD") ? "NOT_CONFIRMED" : "RAW_OUTPUT_TO_PATIENT";

    Stream.of(pending, rejected)
        .map(id -> Ward.release(id, target))
        .forEach(refused -> {
          assertThat(refused.statusCode()).isEqualTo(403);
          assertThat(reason(refused)).isEqualTo(expected);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"REPORT_CONCLUSION", "PATIENT"})
  @Clause("G-30")
  void whatAPatientReadsTakesAPhysiciansOwnConclusion(String target) {
    String bare = confirmed();
    String stated = Ward.answer(NOTE).id();
    Ward.decide(Ward.physician(), stated, "confirm", ",\"statement\":\"考虑良性，随访。\"");

    assertThat(reason(Ward.release(bare, target))).isEqualTo("RAW_OUTPUT_TO_PATIENT");
    HttpResponse<String> token = Ward.release(stated, target);
    assertThat(token.statusCode()).as(token.body()).isEqualTo(201);
    assertThat(Ward.redeem(token(token), stated, Ward.digest(stated)).statusCode()).isEqualTo(200);
  }

  @Test
  @Clause("G-33")
  void aTokenForOneTextDoesNotFitAnother() {
    String id = confirmed();
    String before = Ward.digest(id);
    String token = token(Ward.release(id, "RECORD"));
    Ward.decide(Ward.physician(), id, "edit", ",\"text\":\"右下肺结节 6mm。\"");

    HttpResponse<String> old = Ward.redeem(token, id, before);
    HttpResponse<String> edited = Ward.redeem(token, id, Ward.digest(id));

    assertThat(problem(old)).isEqualTo("/problems/release-not-bound");
    assertThat(problem(edited)).isEqualTo("/problems/release-not-bound");
    assertThat(Ward.read(id).path("state").asText()).isEqualTo("EDITED");
  }

  @Test
  @Clause("G-32")
  void aStrippedLabelShows() {
    Ward.Answer answer = Ward.answer(NOTE);
    Ward.decide(Ward.physician(), answer.id(), "confirm", "");
    String token = token(Ward.release(answer.id(), "RECORD"));

    HttpResponse<String> stripped = Ward.redeem(token, answer.id(), Words.digest(NOTE));
    HttpResponse<String> whole = Ward.redeem(token, answer.id(), Words.digest(answer.text()));

    assertThat(problem(stripped)).isEqualTo("/problems/release-not-bound");
    assertThat(whole.statusCode()).isEqualTo(200);
  }

  @Test
  @Clause("G-33")
  void physicianAndEncounterAreBound() {
    String id = confirmed();
    String token = token(Ward.release(id, "RECORD"));
    String digest = Ward.digest(id);

    assertThat(problem(Ward.release(id, "RECORD", "ma.physician", "E-1")))
        .isEqualTo("/problems/release-not-bound");
    assertThat(problem(Ward.release(id, "RECORD", "qian.physician", "E-2")))
        .isEqualTo("/problems/release-not-bound");
    assertThat(Ward.redeem(token, id, digest, "ma.physician", "E-1").statusCode()).isEqualTo(409);
    assertThat(Ward.redeem(token, id, digest, "qian.physician", "E-2").statusCode()).isEqualTo(409);
    assertThat(Ward.redeem(token, confirmed(), digest).statusCode()).isEqualTo(409);
    assertThat(Ward.redeem(token, id, digest).statusCode()).isEqualTo(200);
  }

  @Test
  void aNewTokenEndsTheOneBefore() {
    String id = confirmed();
    String first = token(Ward.release(id, "RECORD"));
    String second = token(Ward.release(id, "RECORD"));

    assertThat(Ward.redeem(first, id, Ward.digest(id)).statusCode()).isEqualTo(409);
    assertThat(Ward.redeem(second, id, Ward.digest(id)).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyRecordSystemsAskAndBadRequestsAreNamed() {
    String id = confirmed();
    String body =
        "{\"outputId\":\"%s\",\"physician\":\"a\",\"encounter\":\"b\",\"target\":\"RECORD\"}"
            .formatted(id);

    assertThat(Ward.post(Ward.physician(), "/v1/release-tokens", body).statusCode()).isEqualTo(403);
    for (String bad :
        List.of(
            "{}",
            body.replace("RECORD", "PRINTER"),
            body.replace(id, "7"),
            body.replace("\"a\"", "\"\""))) {
      assertThat(Ward.post(Ward.emr(), "/v1/release-tokens", bad).statusCode())
          .as(bad)
          .isEqualTo(400);
    }
    HttpResponse<String> unknown = Ward.release("0199f0a0-0000-7000-8000-000000000009", "RECORD");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(Ward.redeem("guessed", id, Ward.digest(id)).statusCode()).isEqualTo(409);
    assertThat(Gateway.get("/v1/release-tokens", Ward.emr()).statusCode()).isEqualTo(405);
  }

  private static String confirmed() {
    String id = Ward.answer(NOTE).id();
    assertThat(Ward.decide(Ward.physician(), id, "confirm", "").statusCode()).isEqualTo(200);
    return id;
  }

  private static String token(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return Ward.json(response).path("token").asText();
  }

  private static String problem(HttpResponse<String> response) {
    return Ward.json(response).path("type").asText();
  }

  private static String reason(HttpResponse<String> response) {
    return Ward.json(response).path("reasons").path(0).path("code").asText();
  }
}
