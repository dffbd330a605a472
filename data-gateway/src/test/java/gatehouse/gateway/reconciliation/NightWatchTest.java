package gatehouse.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.reconciliation.Reconciliation.Finding;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watch at night: at its hour, once a day, until it worked, and what it found can be read. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("G-33")
class NightWatchTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime HOUR = LocalTime.of(2, 30);

  @Inject Reconciliations reconciliations;
  @Inject ReconciliationEvents events;

  /** Later than every other day of this database, so that it is the latest. */
  private final LocalDate day =
      LocalDate.of(2100, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(100_000));

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void theHourIsTheHospitalsOwnAndComesOnceADay() {
    assertThat(nightly(day, LocalTime.of(2, 29, 59))).isEmpty();

    Optional<Reconciliation> first = nightly(day, HOUR);

    assertThat(first.orElseThrow().day()).isEqualTo(day);
    assertThat(nightly(day, LocalTime.of(2, 31))).isEmpty();
    assertThat(nightly(day, LocalTime.of(23, 59))).isEmpty();
    assertThat(nightly(day.plusDays(1), LocalTime.MIDNIGHT)).isEmpty();
    // A gateway that was down at the hour does it when it is back.
    assertThat(nightly(day.plusDays(1), LocalTime.of(9, 0))).isPresent();
  }

  @Test
  void theMissingHalfOfAPairIsReadTheNextMorning() {
    LocalDate night = day.plusYears(400);
    String id = ReconciliationTest.released();

    nightly(night, HOUR);

    assertThat(kinds(id)).containsExactly("RELEASED_NOT_WRITTEN");
    assertThat(Ward.wrote(id, Ward.digest(id)).statusCode()).isEqualTo(201);
    assertThat(kinds(id)).as("the night said so").containsExactly("RELEASED_NOT_WRITTEN");
    nightly(night.plusDays(1), HOUR);
    assertThat(kinds(id)).isEmpty();
  }

  @Test
  void aNightThatFailedIsTriedAgain() {
    Trouble trouble = new Trouble();
    NightWatch watch = new NightWatch(reconcile(trouble, trouble, day, HOUR));

    watch.look();
    assertThat(trouble.kept).isZero();
    watch.look();
    assertThat(trouble.kept).isOne();
    assertThat(trouble.told).isOne();
  }

  private Optional<Reconciliation> nightly(LocalDate day, LocalTime time) {
    return QuarkusTransaction.requiringNew()
        .call(() -> reconcile(reconciliations, events, day, time).nightly());
  }

  private static Reconcile reconcile(
      Reconciliations where, ReconciliationEvents events, LocalDate day, LocalTime time) {
    Clock clock = Clock.fixed(day.atTime(time).atZone(ZONE).toInstant(), ZoneId.of("UTC"));
    Duration grace = Duration.ofHours(2);
    return new Reconcile(where, events, clock, new Reconcile.Patience(grace, grace, HOUR, ZONE));
  }

  private static List<String> kinds(String output) {
    HttpResponse<String> latest = Gateway.get("/v1/reconciliations/latest", Ward.quality());
    assertThat(latest.statusCode()).as(latest.body()).isEqualTo(200);
    JsonNode findings = Ward.json(latest).path("findings");
    return findings
        .valueStream()
        .filter(finding -> finding.path("outputId").asText().equals(output))
        .map(finding -> finding.path("kind").asText())
        .toList();
  }

  /** A store that is not there the first time. */
  private static final class Trouble implements Reconciliations, ReconciliationEvents {
    private boolean there;
    private int kept;
    private int told;

    @Override
    public void written(WriteBack writeBack, Caller by) {
      throw new AssertionError("nobody writes at night");
    }

    @Override
    public void reconciled(Reconciliation reconciliation) {
      told++;
    }

    @Override
    public void add(WriteBack writeBack) {
      throw new AssertionError("nobody writes at night");
    }

    @Override
    public List<Finding> find(Instant releasedBefore, Instant registeredBefore, int limit) {
      return List.of();
    }

    @Override
    public boolean keep(Reconciliation reconciliation) {
      kept++;
      return true;
    }

    @Override
    public Optional<Reconciliation> of(LocalDate day) {
      if (!there) {
        there = true;
        throw new IllegalStateException("no database");
      }
      return Optional.empty();
    }

    @Override
    public Optional<Reconciliation> latest() {
      return Optional.empty();
    }
  }
}
