package gatehouse.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.reconciliation.Reconciliation.Finding;
import gatehouse.gateway.reconciliation.Reconciliation.Kind;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class ReconciliationTest {
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
  private static final Instant EARLIER = Instant.parse("2000-01-01T00:00:00Z");
  private static final String OTHER = "sha256:" + "00".repeat(32);

  @Inject Reconciliations reconciliations;
  @Inject Reconcile reconcile;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause("G-33")
  void whatIsWrittenAsReleasedIsAPair() {
    String id = released();
    assertThat(kinds(id, LATER)).containsExactly(Kind.RELEASED_NOT_WRITTEN);

    assertThat(Ward.wrote(id, Ward.digest(id)).statusCode()).isEqualTo(201);

    assertThat(kinds(id, LATER)).isEmpty();
  }

  @Test
  @Clause("G-33")
  void aReleaseHasTimeToBeWritten() {
    String id = released();

    assertThat(kinds(id, EARLIER)).isEmpty();
  }

  @Test
  @Clause("G-33")
  void whatNobodyReleasedIsAFindingAndNotRefused() {
    String id = Ward.answer("无人放行").id();

    HttpResponse<String> taken = Ward.wrote(id, Ward.digest(id));

    assertThat(taken.statusCode()).isEqualTo(201);
    assertThat(kinds(id, LATER))
        .containsExactlyInAnyOrder(Kind.WRITTEN_NOT_RELEASED, Kind.PENDING_TOO_LONG);
  }

  @Test
  @Clause({"G-32", "G-33"})
  void anotherTextInTheRecordShows() {
    String id = released();

    Ward.wrote(id, OTHER);

    assertThat(kinds(id, LATER))
        .containsExactlyInAnyOrder(Kind.RELEASED_NOT_WRITTEN, Kind.WRITTEN_OTHER_CONTENT);
  }

  @Test
  void aRejectionAfterWritingShows() {
    String id = released();
    Ward.wrote(id, Ward.digest(id));

    Ward.decide(Ward.physician(), id, "reject", ",\"reason\":\"HALLUCINATION\"");

    assertThat(kinds(id, LATER)).containsExactly(Kind.WRITTEN_THEN_REJECTED);
  }

  @Test
  @Clause("G-28")
  void waitingForAShiftConfirmsNothingAndIsListed() {
    String id = Ward.answer("等待医师").id();

    assertThat(kinds(id, LATER)).containsExactly(Kind.PENDING_TOO_LONG);
    assertThat(kinds(id, EARLIER)).isEmpty();
    assertThat(Ward.read(id).path("state").asText()).isEqualTo("PENDING");
  }

  @Test
  void eachDayHasOneReconciliation() {
    reconcile.nightly();

    assertThat(reconcile.nightly()).isEmpty();
    HttpResponse<String> latest = Gateway.get("/v1/reconciliations/latest", Ward.quality());
    assertThat(latest.statusCode()).as(latest.body()).isEqualTo(200);
    assertThat(Ward.json(latest).has("findings")).isTrue();
  }

  @Test
  void theListIsForThoseWhoAnswerForIt() {
    assertThat(Gateway.get("/v1/reconciliations/now", Ward.quality()).statusCode()).isEqualTo(200);
    assertThat(Gateway.get("/v1/reconciliations/now", Ward.physician()).statusCode())
        .isEqualTo(403);
    assertThat(Ward.wrote(UUID.randomUUID().toString(), OTHER).statusCode()).isEqualTo(404);
    assertThat(Ward.wrote("x", OTHER).statusCode()).isEqualTo(400);
  }

  private List<Kind> kinds(String id, Instant before) {
    return reconciliations.find(before, before, 10_000).stream()
        .filter(finding -> finding.output().equals(UUID.fromString(id)))
        .map(Finding::kind)
        .toList();
  }

  /** An output that a physician confirmed and a record system fetched. */
  static String released() {
    String id = Ward.answer("右下肺结节").id();
    Ward.decide(Ward.physician(), id, "confirm", "");
    String token = Ward.json(Ward.release(id, "RECORD")).path("token").asText();
    assertThat(Ward.redeem(token, id, Ward.digest(id)).statusCode()).isEqualTo(200);
    return id;
  }
}
