package gatehouse.lease.owner;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.lease.Fact;
import gatehouse.lease.owner.FactLog.Facts;
import gatehouse.lease.owner.LeaseDesk.Turn;
import gatehouse.lease.owner.RandomLog.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseDeskTest {
  private static final UUID EPOCH = new UUID(1, 1);
  private static final long SOON = 20;

  /** Longer than the test: whatever is answered is answered for its news. */
  private final LeaseDesk desk = new LeaseDesk(Duration.ofSeconds(60), InstantSource.system());

  private final RandomLog log = new RandomLog(Kind.ENDING);

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  @Clause("G-51")
  void whoIsBehindIsToldExactlyWhatIsNew() {
    facts(5);

    Facts told = new Turn(EPOCH, 3, 5).facts(log);

    assertThat(told.complete()).isFalse();
    assertThat(told.version()).isEqualTo(5);
    assertThat(told.facts()).extracting(Fact::version).containsExactly(4L, 5L);
  }

  @Test
  void whoKnowsEverythingIsToldNothing() {
    facts(5);

    assertThat(new Turn(EPOCH, 5, 5).facts(log)).isEqualTo(new Facts(5, false, List.of()));
  }

  @Test
  @Clause("G-51")
  void whoHasALeaseOfAnotherEpochBeginsAnewWhateverItApplied() {
    facts(5);
    LeaseBook book = begun();
    book.saw(5, desk.now());

    long applied = LeaseDesk.hear(book, request(new UUID(9, 9), 4L), desk.now());

    assertThat(new Turn(EPOCH, applied, 5).facts(log)).isEqualTo(new Facts(5, true, List.of()));
    assertThat(LeaseDesk.hear(book, request(EPOCH, 4L), desk.now())).isEqualTo(4);
  }

  @Test
  @Clause("G-51")
  void nothingIsLentOnWhatWasReadBeforeTheRequestCame() throws Exception {
    desk.open(begun());
    desk.reading();

    FutureTask<Optional<Turn>> answer = new FutureTask<>(() -> desk.await(request(EPOCH, 1L)));
    Thread asking = Thread.ofPlatform().daemon().start(answer);
    awaitWaiting(asking);
    desk.read(2);

    // News, but of a moment before the request: what was committed in between is not in it.
    awaitWaiting(asking);
    assertThat(answer.isDone()).isFalse();
    desk.reading();
    desk.read(3);
    assertThat(answer.get(SOON, TimeUnit.SECONDS).orElseThrow()).isEqualTo(new Turn(EPOCH, 1, 3));
  }

  private static void awaitWaiting(Thread thread) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON);
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(System.nanoTime()).as("the request waits").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private void facts(int count) {
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      log.deny(random);
    }
  }

  private static LeaseBook begun() {
    return new LeaseBook(EPOCH, Duration.ofSeconds(1), new Moment(0, Instant.EPOCH));
  }

  private static LeaseRequest request(@Nullable UUID epoch, @Nullable Long applied) {
    return new LeaseRequest("g", epoch, applied);
  }
}
