package gatehouse.gateway.recall.store;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.recall.Recall;
import gatehouse.gateway.standing.StopOrder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From when on an output counts, and how long a stop reaches behind itself. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-28", "G-51"})
class SqlRecallsTest {
  private static final Duration LEASE = Duration.ofSeconds(3);

  @Inject EntityManager database;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  /** As a stream that the stop cut off: registered behind it. */
  @Test
  void anOutputCountsFromItsPermit() {
    UUID output = UUID.fromString(Ward.answer("右下肺结节。").id());

    stop(permitted(output));

    assertThat(isPending(output, Duration.ZERO)).isTrue();
  }

  @Test
  void aStopReachesAsFarBehindItselfAsALeaseLives() throws Exception {
    Eventually.holds(
        "no other test's stop reaches as far as this",
        Duration.ofSeconds(20),
        () -> !isPending(UUID.fromString(Ward.answer("左肺未见结节。").id()), LEASE));
    UUID output = UUID.fromString(Ward.answer("左下肺结节。").id());

    stop(permitted(output).minus(LEASE).minusSeconds(1));
    assertThat(isPending(output, LEASE)).isFalse();
    stop(permitted(output).minus(LEASE).plusSeconds(1));

    assertThat(isPending(output, LEASE)).isTrue();
    assertThat(isPending(output, Duration.ZERO)).isFalse();
  }

  private Instant permitted(UUID output) {
    return QuarkusTransaction.requiringNew()
        .call(() ->
            (Instant)
                database
                    .createNativeQuery(
                        "select uuid_extract_timestamp(permit_id) from {h-schema}output"
                            + " where id = ?1",
                        Instant.class)
                    .setParameter(1, output)
                    .getSingleResult());
  }

  private void stop(Instant at) {
    Recall recall =
        new Recall(UUID.randomUUID().toString(), StopOrder.Kind.APPLICATION, "note-assistant", at);
    QuarkusTransaction.requiringNew().run(() -> new SqlRecalls(database, LEASE).add(recall));
  }

  private boolean isPending(UUID output, Duration lease) {
    return QuarkusTransaction.requiringNew()
        .call(() -> new SqlRecalls(database, lease).isPending(output));
  }
}
