package gatehouse.lease.holder;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.lease.Grant;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RenewLeaseTest {
  private static final Grant GRANT =
      new Grant(new UUID(1, 1), 3, Duration.ofSeconds(1), true, List.of());

  private boolean broken = true;
  private final HeldLease lease = new HeldLease(() -> 0, _ -> {});
  private final RenewLease renewal =
      new RenewLease(
          "owner",
          lease,
          (_, _) -> {
            if (broken) {
              throw new NoClassDefFoundError("a class that the holder needs");
            }
            return GRANT;
          },
          () -> 0,
          Duration.ofMillis(50));

  /** A class that cannot be loaded is no exception; it must not end what renews. */
  @Test
  void anErrorIsNoLeaseUntilItIsOver() {
    assertThat(renewal.renew()).isFalse();
    assertThat(lease.isLive()).isFalse();

    broken = false;

    assertThat(renewal.renew()).isTrue();
    assertThat(lease.isLive()).isTrue();
  }
}
