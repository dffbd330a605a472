package gatehouse.faults.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.faults.check.Target;
import gatehouse.faults.egress.Seen.Times;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopFiguresTest {
  @Test
  void aTargetIsReachedUpToItsLastMillisecond() {
    assertThat(missed(healthy(150, 250), broken(1_200))).isEmpty();
  }

  @Test
  void eachTargetCanBeMissed() {
    assertThat(missed(healthy(151, 250), broken(1_200))).containsExactly(150L);
    assertThat(missed(healthy(150, 250), broken(1_201))).containsExactly(1_200L);
    assertThat(missed(healthy(150, 251), broken(1_200))).containsExactly(250L);
  }

  @Test
  void whatWasNotTriedIsNotMissed() {
    List<Target> targets = new StopFigures(List.of(broken(900))).targets();

    assertThat(targets).noneMatch(Target::isMissed);
    assertThat(targets.getFirst().toString()).contains("150 ms", "not measured");
    assertThat(targets.get(1).toString()).contains("1,200 ms", "measured    900 ms", "reached");
  }

  @Test
  void whatWasSeenIsReadBackByALaterLeg(@TempDir Path folder) {
    Path file = folder.resolve("stops.tsv");
    SeenFile.begin(file);
    SeenFile.add(file, healthy(80, 200));
    SeenFile.add(file, broken(900));

    assertThat(SeenFile.read(file)).containsExactly(healthy(80, 200), broken(900));
  }

  private static List<Long> missed(Seen... seen) {
    return new StopFigures(List.of(seen))
        .targets().stream()
            .filter(Target::isMissed)
            .map(target -> target.most().toMillis())
            .toList();
  }

  private static Seen healthy(long lastByte, long withdrawn) {
    Times times = new Times(millis(10), millis(100), millis(lastByte), millis(withdrawn));
    return new Seen(Disturbance.NONE, times, 2, List.of());
  }

  private static Seen broken(long lastByte) {
    return new Seen(Disturbance.ADMISSION_CUT, Times.ofLoss(millis(lastByte)), 0, List.of());
  }

  private static Duration millis(long number) {
    return Duration.ofMillis(number);
  }
}
