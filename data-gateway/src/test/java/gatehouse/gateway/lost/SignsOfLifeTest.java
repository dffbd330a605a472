package gatehouse.gateway.lost;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.gateway.process.ThisProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may take others for gone; whom, the database tells. */
class SignsOfLifeTest {
  private static final UUID SILENT = UUID.fromString("0199f0a0-0000-7000-8000-000000000009");
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final List<UUID> signs = new ArrayList<>();
  private final ThisProcess self = new ThisProcess(UUID::randomUUID);
  private long nanos = 17;
  private final SignsOfLife life = new SignsOfLife(new AllSilent(), self, SILENCE, () -> nanos);

  @Test
  void whoHasBeenHeardForAsLongTakesOthersForGone() {
    beHeardFor(60);

    assertThat(life.gone()).containsExactly(SILENT);
    assertThat(signs).containsOnly(self.id());
  }

  @Test
  void whoHasJustComeDoesNot() {
    beHeardFor(59);

    assertThat(life.gone()).isEmpty();
  }

  /** All were silent, so nobody's silence says anything until all have had time to be heard. */
  @Test
  void behindAnOutageNobodyIsTakenForGone() {
    beHeardFor(60);
    nanos += Duration.ofMinutes(5).toNanos();
    assertThat(life.gone()).isEmpty();

    beHeardFor(59);
    assertThat(life.gone()).isEmpty();
    beHeardFor(2);

    assertThat(life.gone()).containsExactly(SILENT);
  }

  private void beHeardFor(int seconds) {
    for (int second = 0; second < seconds; second++) {
      nanos += Duration.ofSeconds(1).toNanos();
      life.give();
    }
  }

  private final class AllSilent implements LetOutStreams {
    @Override
    public Looked next(Instant before) {
      return new Looked(List.of(), false);
    }

    @Override
    public void isThere(UUID process) {
      signs.add(process);
    }

    @Override
    public List<UUID> silentFor(Duration silence) {
      return List.of(SILENT);
    }

    @Override
    public List<LetOut> of(List<UUID> gone) {
      return List.of();
    }
  }
}
