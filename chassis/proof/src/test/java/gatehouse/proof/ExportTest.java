package gatehouse.proof;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import gatehouse.verify.Replay;
import gatehouse.verify.Verdict;
import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.Verdict.Verified;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.export.ExportedEntry;
import gatehouse.verify.export.Line;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import gatehouse.verify.tree.Hashes;
import gatehouse.verify.tree.Proofs;
import gatehouse.verify.tree.Proofs.Head;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal hands out, judged by the verifier, which shares no code with it. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "prooftest"))
class ExportTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Actor TESTER = new Actor("TESTER", "dev.nobody");

  @Inject Journal journal;
  @Inject DataSource dataSource;

  @TempDir Path folder;

  @BeforeEach
  void writeSomeEntries() throws Exception {
    for (int i = 0; i < 12; i++) {
      journal.record(
          Entry.of("gatehouse.stage.thing.seen.v1", "exported")
              .by(TESTER)
              .data(Map.of("text", "\u4f60\u597d \"quoted\" \\ line\nbreak", "n", i))
              .build());
    }
    Eventually.holds("numbered", SOON, () -> ask("SELECT count(*) FROM journal.pending") == 0);
  }

  @Test
  void anExportIsVerifiedAgainstACheckpoint() throws Exception {
    Checkpoint witness = checkpoint();
    String export = export(1);

    Verdict verdict = replay(export, witness);

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().proven()).isEqualTo(witness.size());
    assertThat(verdict.tally().own().signed()).isEqualTo(verdict.tally().entries());
    assertThat(verdict.tally().plain()).isZero();
  }

  @Test
  void checkpointsAreThinnedAndTheLastIsThere() throws Exception {
    Checkpoint witness = checkpoint();

    assertThat(replay(export(1_000_000), witness)).isInstanceOf(Verified.class);
    assertThat(export(1_000_000).lines().filter(line -> line.startsWith("{\"check")).count())
        .isOne();
  }

  @Test
  void aChangedExportIsNotVerified() throws Exception {
    Checkpoint witness = checkpoint();
    String export = export(100);

    Verdict verdict = replay(export.replaceFirst("thing.seen", "thing.sold"), witness);

    assertThat(verdict).isInstanceOf(Tampered.class);
  }

  @Test
  void anErasedEntryIsListedWithoutItsDataAndExportedWithItsCommitment() throws Exception {
    Checkpoint witness = checkpoint();
    long last = ask("SELECT max(seq) FROM journal.leaves");

    given()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .auth()
        .oauth2(token("DATA_STEWARD"))
        .body(
            "{\"subject\": \"exported\", \"reason\": \"COURT_ORDER\", \"reference\": \"2026/17\"}")
        .post("/v1/journal/erasures")
        .then()
        .statusCode(200);
    Eventually.holds("numbered", SOON, () -> ask("SELECT count(*) FROM journal.pending") == 0);

    given()
        .auth()
        .oauth2(token("AUDITOR"))
        .get("/v1/journal?limit=1&after=" + (last - 1))
        .then()
        .statusCode(200)
        .body("entries[0].seq", equalTo((int) last))
        .body("entries[0].subject", equalTo("erased"))
        .body("entries[0].data", nullValue());
    Verdict verdict = replay(export(100), witness);
    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().erased().count()).isGreaterThanOrEqualTo(12);
  }

  @Test
  void theCheckpointIsPublicAndSigned() throws Exception {
    given().get("/v1/journal/checkpoint").then().contentType(startsWith("text/plain"));

    assertThat(checkpoint().note().isSignedBy(keys())).isTrue();
    assertThat(checkpoint().origin()).isEqualTo("gatehouse/proof-test");
  }

  @Test
  void anEntryIsProvenToBeInTheJournal() throws Exception {
    Checkpoint checkpoint = checkpoint();
    String line = export(1).lines().toList().get(6);
    byte[] bytes = line.getBytes(UTF_8);
    ExportedEntry entry = ExportedEntry.parse(new Line(bytes, 0, bytes.length), new Hashes());

    Response proof = proof("inclusion?seq=7&size=" + checkpoint.size());

    assertThat(proof.jsonPath().getString("leaf")).isEqualTo(hex(entry.leaf()));
    assertThat(Proofs.includes(checkpoint.head(), 6, entry.leaf(), path(proof))).isTrue();
  }

  @Test
  void theJournalIsProvenToHaveBeenContinued() throws Exception {
    Checkpoint first = checkpoint();
    writeSomeEntries();
    Checkpoint second = checkpoint();

    Response proof = proof("consistency?from=" + first.size() + "&to=" + second.size());

    assertThat(second.size()).isGreaterThan(first.size());
    Head earlier = first.head();
    assertThat(Proofs.extend(earlier, second.head(), path(proof))).isTrue();
  }

  @Test
  void theProofsHaveTheFormThatTheVerifierReads() {
    assertThat(proof("inclusion?seq=1").asString())
        .matches("\\{\"seq\":1,\"size\":\\d+,\"leaf\":\"[0-9a-f]{64}\",\"path\":\\[.*]}");
    assertThat(proof("consistency?from=1").asString())
        .matches("\\{\"from\":1,\"to\":\\d+,\"path\":\\[.*]}");
  }

  @Test
  void onlyTheAuditorExportsAndAsksForProofs() {
    for (String path : List.of("export", "proofs/inclusion?seq=1", "proofs/consistency?from=1")) {
      given().get("/v1/journal/" + path).then().statusCode(401);
      given().auth().oauth2(token("ADMIN")).get("/v1/journal/" + path).then().statusCode(403);
    }
  }

  @Test
  void proofsOfWhatIsNotThereAreRefused() {
    for (String path : List.of("inclusion?seq=99999999", "inclusion?seq=1&size=99999999")) {
      given()
          .auth()
          .oauth2(token("AUDITOR"))
          .get("/v1/journal/proofs/" + path)
          .then()
          .statusCode(404);
    }
    for (String path : List.of("inclusion", "inclusion?seq=0", "consistency?from=0&to=1")) {
      given()
          .auth()
          .oauth2(token("AUDITOR"))
          .get("/v1/journal/proofs/" + path)
          .then()
          .statusCode(400);
    }
  }

  private Verdict replay(String export, Checkpoint witness) throws Exception {
    Path file = Files.writeString(folder.resolve("export"), export);
    return new Replay(List.of(witness), keys()).run(ExportFile.open(file), bytes -> {});
  }

  private String export(long every) throws IOException {
    Response response =
        given().auth().oauth2(token("AUDITOR")).get("/v1/journal/export?every=" + every);
    assertThat(response.statusCode()).isEqualTo(200);
    return new String(response.asByteArray(), UTF_8);
  }

  private static Checkpoint checkpoint() {
    byte[] note = given().get("/v1/journal/checkpoint").asByteArray();
    return Checkpoint.parse(new String(note, UTF_8));
  }

  private static Response proof(String query) {
    return given().auth().oauth2(token("AUDITOR")).get("/v1/journal/proofs/" + query);
  }

  private static List<byte[]> path(Response proof) {
    return proof.jsonPath().getList("path", String.class).stream()
        .map(hash -> HexFormat.of().parseHex(hash))
        .toList();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private List<VerifierKey> keys() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT verifier_key FROM journal.keys");
        ResultSet row = select.executeQuery()) {
      StringBuilder keys = new StringBuilder();
      while (row.next()) {
        keys.append(row.getString(1)).append('\n');
      }
      return VerifierKey.all(keys.toString());
    }
  }

  private static String token(String role) {
    return Tokens.as("somebody").roles(role).audience("proof-test").token();
  }

  private long ask(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    }
  }
}
