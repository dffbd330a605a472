package gatehouse.gateway.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Eraser;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.recall.Recall;
import gatehouse.gateway.recall.Recalls;
import gatehouse.gateway.reconciliation.Reconciliation.Finding;
import gatehouse.gateway.reconciliation.Reconciliations;
import gatehouse.gateway.standing.StopOrder;
import gatehouse.verify.Replay;
import gatehouse.verify.Verdict;
import gatehouse.verify.Verdict.Verified;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order to erase what the journal says of an output takes the output's key with it. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class ErasedOutputsTest {
  private static final String NOTE = "患者欧阳明月，右下肺结节 8mm，建议 3 个月后复查。";
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  @Inject Contents contents;
  @Inject Reconciliations reconciliations;
  @Inject Recalls recalls;

  @TempDir Path folder;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void anOrderTakesTheKeyAndNobodyReadsTheTextAgain() throws Exception {
    String erased = Ward.answer(NOTE).id();
    Ward.decide(
        Ward.physician(), erased, "edit", ",\"text\":\"右下肺结节 6mm，随访。\",\"statement\":\"考虑良性。\"");
    String other = Ward.answer(NOTE).id();
    assertThat(keys(erased)).hasSize(1);
    assertThat(texts(erased)).hasSize(3);

    HttpResponse<String> ordered = Eraser.order(erased);

    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(200);
    assertThat(keys(erased)).isEmpty();
    assertThat(texts(erased)).isEmpty();
    HttpResponse<String> content = content(erased);
    gone(content);
    assertThat(Ward.json(content).path("title").asText()).contains("销毁");
    assertThat(content.body()).doesNotContain("结节", "欧阳");
    assertThat(Ward.json(content(other)).path("text").asText()).contains("结节");
    JsonNode register = Ward.read(erased);
    assertThat(register.path("erasedAt").asText()).isNotEmpty();
    assertThat(register.path("state").asText()).isEqualTo("EDITED");
    assertThat(Ward.read(other).has("erasedAt")).isFalse();
  }

  /** What a backup of the texts holds, laid back, also with the key of another output. */
  @Test
  void copiesOfTheTextsDoNotOpenEither() throws Exception {
    String erased = Ward.answer(NOTE).id();
    String other = Ward.answer(NOTE).id();
    try (Connection owner = Eraser.owner()) {
      change(
          owner,
          "create temporary table copied as select * from gateway.output_content"
              + " where output_id = '%s'",
          erased);
      assertThat(text(erased)).isPresent();
      Eraser.order(erased);

      change(owner, "insert into gateway.output_content select * from copied");

      assertThat(texts(erased)).hasSize(1);
      gone(content(erased));
      assertThatThrownBy(() -> text(erased)).hasMessageContaining("does not open");
      change(
          owner,
          "insert into gateway.output_key select '%s', key_id, nonce, wrapped"
              + " from gateway.output_key where output_id = '%s'",
          erased,
          other);
      assertThatThrownBy(() -> text(erased)).hasMessageContaining("does not open");
      change(owner, "delete from gateway.output_key where output_id = '%s'", erased);
      assertThat(text(other)).isPresent();
    }
  }

  @Test
  void nobodyDecidesAboutOrReleasesWhatIsErased() throws Exception {
    String id = Ward.answer(NOTE).id();
    Ward.decide(Ward.physician(), id, "confirm", "");
    String token = Ward.json(Ward.release(id, "RECORD")).path("token").asText();

    Eraser.order(id);

    gone(Ward.decide(Ward.physician(), id, "confirm", ""));
    gone(Ward.decide(Ward.physician(), id, "edit", ",\"text\":\"x\""));
    gone(Ward.decide(Ward.physician(), id, "reject", ",\"reason\":\"NOT_NEEDED\""));
    gone(Ward.release(id, "RECORD"));
    gone(Ward.redeem(token, id, Ward.digest(id)));
    assertThat(Ward.read(id).path("state").asText()).isEqualTo("CONFIRMED");
    assertThat(Ward.wrote(id, Ward.digest(id)).statusCode()).isEqualTo(201);
  }

  @Test
  void nobodyIsAskedToReadWhatIsErased() throws Exception {
    String erased = Ward.answer(NOTE).id();
    String waiting = Ward.answer(NOTE).id();
    recalls.add(
        new Recall(
            UUID.randomUUID().toString(),
            StopOrder.Kind.APPLICATION,
            "note-assistant",
            Instant.now()));
    assertThat(recalled()).contains(erased, waiting);

    Eraser.order(erased);

    assertThat(recalled()).contains(waiting).doesNotContain(erased);
    assertThat(listed("?limit=200&state=PENDING")).contains(waiting).doesNotContain(erased);
    assertThat(listed("?limit=200")).contains(waiting, erased);
    HttpResponse<String> wrong = Gateway.get("/v1/outputs?state=OPEN", Ward.quality());
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("query parameter state", "PENDING", "RELEASED");
    assertThat(reconciliations.find(LATER, LATER, 10_000).stream().map(Finding::output))
        .contains(UUID.fromString(waiting))
        .doesNotContain(UUID.fromString(erased));
    assertThat(Gateway.get("/v1/recalls", Ward.quality()).statusCode()).isEqualTo(200);
    assertThat(Gateway.get("/v1/reconciliations/now", Ward.quality()).statusCode()).isEqualTo(200);
  }

  @Test
  void theJournalStaysProven() throws Exception {
    String id = Ward.answer(NOTE).id();
    Ward.decide(Ward.physician(), id, "confirm", "");
    Eraser.awaitPublished(id);
    Checkpoint witness =
        Checkpoint.parse(Gateway.get("/v1/journal/checkpoint", Eraser.auditor()).body());

    Eraser.order(id);

    String export = Gateway.get("/v1/journal/export?every=1000", Eraser.auditor()).body();
    Path file = Files.writeString(folder.resolve("export"), export);
    String keys = String.join("\n", Eraser.ask("select verifier_key from journal.keys"));
    Verdict verdict =
        new Replay(List.of(witness), VerifierKey.all(keys + "\n"))
            .run(ExportFile.open(file), bytes -> {});
    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().erased().count()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aRefusedOrderDestroysNothing() throws Exception {
    String id = Ward.answer(NOTE).id();
    try (Connection owner = Eraser.owner()) {
      change(
          owner,
          "insert into journal.parked (topic, partition, record_offset, event_key, reason)"
              + " values ('other.thing.v1', 0, 1, '%s', 'poison')",
          id);

      HttpResponse<String> refused = Eraser.order(id);

      assertThat(refused.statusCode()).isEqualTo(409);
      change(owner, "delete from journal.parked where event_key = '%s'", id);
    }
    assertThat(keys(id)).hasSize(1);
    assertThat(content(id).statusCode()).isEqualTo(200);
  }

  /** The owner needs no order; there is no way to destroy the salt and keep the key. */
  @Test
  void noSaltGoesWithoutTheKey() throws Exception {
    String id = Ward.answer(NOTE).id();
    Eraser.awaitPublished(id);

    try (Connection owner = Eraser.owner()) {
      owner.setAutoCommit(false);
      change(owner, "select * from journal.erase('%s')", id);
      owner.rollback();
      assertThat(keys(id)).hasSize(1);
      change(owner, "select * from journal.erase('%s')", id);
      owner.commit();
    }

    assertThat(keys(id)).isEmpty();
    gone(content(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from gateway.output_key",
        "update gateway.output_key set wrapped = wrapped",
        "update gateway.output set erased_at = null",
        "update gateway.output set subject_ref = 'dev.other'",
        "select * from journal.erase('nobody')"
      })
  void theApplicationItselfNeitherErasesNorBringsBack(String statement) {
    assertThatThrownBy(() -> Eraser.ask(statement))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  private static void gone(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(410);
    assertThat(Ward.json(response).path("type").asText()).isEqualTo("/problems/output-erased");
  }

  private static HttpResponse<String> content(String id) {
    return Gateway.get("/v1/outputs/" + id + "/content", Ward.physician());
  }

  private Optional<String> text(String id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> contents.newest(UUID.fromString(id), Contents.Part.PRODUCED));
  }

  private List<String> recalled() {
    return recalls.pending(null, Integer.MAX_VALUE).stream()
        .map(pending -> pending.output().toString())
        .toList();
  }

  private static List<String> listed(String query) {
    return Ward.json(Gateway.get("/v1/outputs" + query, Ward.quality()))
        .findValuesAsText("outputId");
  }

  private static List<String> keys(String id) throws SQLException {
    return Eraser.ask("select wrapped from gateway.output_key where output_id = '" + id + "'");
  }

  private static List<String> texts(String id) throws SQLException {
    return Eraser.ask("select sealed from gateway.output_content where output_id = '" + id + "'");
  }

  private static void change(Connection connection, String sql, String... values)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted((Object[]) values));
    }
  }
}
