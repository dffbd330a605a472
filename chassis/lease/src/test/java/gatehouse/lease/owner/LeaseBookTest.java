package gatehouse.lease.owner;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.lease.owner.Enforcement.Awaited;
import gatehouse.lease.owner.Enforcement.Enforced;
import gatehouse.lease.owner.Enforcement.Holder;
import gatehouse.lease.owner.Enforcement.How;
import gatehouse.lease.owner.Enforcement.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeaseBookTest {
  private static final Duration LIFE = Duration.ofMillis(1_050);
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final LeaseBook book = new LeaseBook(new UUID(1, 1), LIFE, at(0));

  @Test
  void confirmsNothingBeforeOneLifeOfSilence() {
    book.saw(5, at(0));

    assertThat(book.settle(at(1_049))).isEmpty();
    assertThat(book.settle(at(1_050))).extracting(Enforced::version).containsExactly(5L);
  }

  @Test
  void isEnforcedWhenEveryHolderSaysSo() {
    book.saw(5, at(2_000));
    book.settle(at(2_000));
    book.lend("a", at(2_000));
    book.lend("b", at(2_000));
    book.saw(6, at(2_000));
    book.applied("a", 6, at(2_010));

    List<Enforced> oneIsMissing = book.settle(at(2_011));
    book.applied("b", 6, at(2_020));
    List<Enforced> both = book.settle(at(2_021));

    assertThat(oneIsMissing).isEmpty();
    assertThat(both)
        .containsExactly(
            new Enforced(
                6,
                wall(2_021),
                List.of(
                    new Holder("a", How.APPLIED, wall(2_010)),
                    new Holder("b", How.APPLIED, wall(2_020)))));
  }

  @Test
  void anotherHoldersOlderVersionIsNoWord() {
    book.saw(5, at(2_000));
    book.settle(at(2_000));
    book.lend("a", at(2_000));
    book.saw(6, at(2_000));
    book.saw(7, at(2_000));
    book.applied("a", 6, at(2_010));

    assertThat(book.settle(at(2_011))).extracting(Enforced::version).containsExactly(6L);
  }

  @Test
  void isEnforcedWhenTheLeaseOfWhoIsSilentRanOut() {
    book.saw(5, at(2_000));
    book.settle(at(2_000));
    book.lend("a", at(2_000));
    book.saw(6, at(2_000));

    List<Enforced> alive = book.settle(at(3_049));
    List<Enforced> over = book.settle(at(3_050));

    assertThat(alive).isEmpty();
    assertThat(over)
        .containsExactly(
            new Enforced(6, wall(3_050), List.of(new Holder("a", How.RAN_OUT, wall(3_050)))));
  }

  @Test
  void aRenewalThatCarriesNoWordKeepsItWaiting() {
    book.saw(5, at(2_000));
    book.settle(at(2_000));
    book.lend("a", at(2_000));
    book.saw(6, at(2_000));
    book.lend("a", at(2_900));

    assertThat(book.settle(at(3_500))).isEmpty();
    assertThat(book.settle(at(3_950))).hasSize(1);
  }

  @Test
  void tellsWhoIsWaitedForUntilWhenOnceItTakesLongerThanAnyLease() {
    book.saw(5, at(2_000));
    book.settle(at(2_000));
    book.lend("good", at(2_000));
    book.lend("stuck", at(2_000));
    book.saw(6, at(2_100));
    book.applied("good", 6, at(2_110));
    book.lend("stuck", at(3_000));
    book.lend("stuck", at(4_000));

    assertThat(book.slow(at(4_199))).isEmpty();
    assertThat(book.slow(at(4_200)))
        .containsExactly(
            new LeaseBook.Slow(
                6,
                new Progress(
                    List.of(new Holder("good", How.APPLIED, wall(2_110))),
                    List.of(new Awaited("stuck", wall(5_050))))));
    book.applied("stuck", 6, at(4_300));
    book.settle(at(4_301));
    assertThat(book.slow(at(9_000))).isEmpty();
  }

  @Test
  void whoLeftLongAgoIsNotListed() {
    book.saw(5, at(2_000));
    book.settle(at(2_000));
    book.lend("a", at(2_000));
    book.settle(at(4_000));
    book.saw(6, at(2_000));

    assertThat(book.settle(at(4_001))).containsExactly(new Enforced(6, wall(4_001), List.of()));
  }

  @Test
  void countsTheLeasesThatMayBeAlive() {
    book.lend("a", at(0));
    book.lend("b", at(500));

    assertThat(book.alive(at(1_049))).isEqualTo(2);
    assertThat(book.alive(at(1_100))).isEqualTo(1);
    assertThat(book.alive(at(1_550))).isZero();
  }

  private static Moment at(long millis) {
    return new Moment(millis * 1_000_000, wall(millis));
  }

  private static Instant wall(long millis) {
    return START.plusMillis(millis);
  }
}
