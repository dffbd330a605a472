package gatehouse.lease.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import gatehouse.lease.holder.LeaseState.Live;
import gatehouse.lease.holder.LeaseState.None;
import gatehouse.lease.holder.LeaseState.RanOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeldLeaseTest {
  private static final Duration TTL = Duration.ofSeconds(1);
  private static final UUID EPOCH = new UUID(1, 1);

  private final List<Grant> applied = new ArrayList<>();
  private long now = -500;
  private final HeldLease lease = new HeldLease(() -> now, applied::add);

  @Test
  void whoNeverHadOneReliesOnNothing() {
    assertThat(lease.isLive()).isFalse();
    assertThat(lease.state()).isEqualTo(new None());
  }

  @Test
  void livesFromTheMomentTheRequestWasSent() {
    now = 400_000_000;

    boolean taken = lease.take(first(3), 0);

    assertThat(taken).isTrue();
    assertThat(lease.state()).isEqualTo(new Live(EPOCH, 3, 1_000_000_000));
    now = 999_999_999;
    assertThat(lease.isLive()).isTrue();
    now = 1_000_000_000;
    assertThat(lease.isLive()).isFalse();
    assertThat(lease.state()).isEqualTo(new RanOut(EPOCH, 3, 1_000_000_000));
  }

  @Test
  void anAnswerThatTookLongerThanItsLifeIsNoLease() {
    now = 1_000_000_001;

    assertThat(lease.take(first(3), 0)).isFalse();
    assertThat(lease.isLive()).isFalse();
  }

  @Test
  void appliesBeforeItCounts() {
    List<Boolean> liveWhileApplying = new ArrayList<>();
    HeldLease[] self = new HeldLease[1];
    self[0] = new HeldLease(() -> now, _ -> liveWhileApplying.add(self[0].isLive()));

    self[0].take(first(3), now);

    assertThat(liveWhileApplying).containsExactly(false);
    assertThat(self[0].isLive()).isTrue();
  }

  @Test
  void whatCannotBeAppliedIsNotTaken() {
    HeldLease broken =
        new HeldLease(
            () -> now,
            _ -> {
              throw new IllegalStateException("no");
            });

    assertThatThrownBy(() -> broken.take(first(3), now)).isInstanceOf(IllegalStateException.class);
    assertThat(broken.isLive()).isFalse();
  }

  @Test
  void anOlderAnswerOfTheSameEpochIsNotTaken() {
    lease.take(first(3), now);

    assertThat(lease.take(new Grant(EPOCH, 2, TTL, false, List.of()), now + 1)).isFalse();
    assertThat(applied).hasSize(1);
    assertThat(lease.state()).isEqualTo(new Live(EPOCH, 3, now + 1_000_000_000));
  }

  @Test
  void aNewEpochHasToTellEverything() {
    lease.take(first(3), now);
    UUID next = new UUID(2, 2);

    boolean partial = lease.take(new Grant(next, 9, TTL, false, List.of()), now);
    boolean whole = lease.take(new Grant(next, 1, TTL, true, List.of()), now);

    assertThat(partial).isFalse();
    assertThat(whole).isTrue();
    assertThat(lease.state())
        .isInstanceOfSatisfying(Live.class, l -> assertThat(l.epoch()).isEqualTo(next));
  }

  @Test
  void goesOnFromWhereItWasWhenItRanOut() {
    lease.take(first(3), now);
    now += 5_000_000_000L;

    boolean taken =
        lease.take(
            new Grant(EPOCH, 4, TTL, false, List.of(new Fact(4, "KEY", "k"))), now - 1_000_000);

    assertThat(taken).isTrue();
    assertThat(lease.isLive()).isTrue();
    assertThat(applied.getLast().facts()).hasSize(1);
  }

  private static Grant first(long version) {
    return new Grant(EPOCH, version, TTL, true, List.of());
  }
}
