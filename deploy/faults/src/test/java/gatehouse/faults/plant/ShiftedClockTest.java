package gatehouse.faults.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftedClockTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void addsWhatTheFileSays() throws Exception {
    Path file = Files.writeString(folder.resolve("clock"), "PT-1H");

    assertThat(new ShiftedClock(file, ZoneOffset.UTC).instant())
        .isCloseTo(now().minus(Duration.ofHours(1)), within(30, ChronoUnit.SECONDS));
  }

  @Test
  void isTheMachinesTimeWithoutAFile() {
    assertThat(new ShiftedClock(folder.resolve("none"), ZoneOffset.UTC).instant())
        .isCloseTo(now(), within(30, ChronoUnit.SECONDS));
  }

  @Test
  void aClassWithoutTheMethodIsNotTakenForChanged() throws Exception {
    byte[] bytes =
        ShiftedClockTest.class.getResourceAsStream("ShiftedClockTest.class").readAllBytes();

    assertThatThrownBy(() -> Surgery.clock(bytes)).isInstanceOf(IllegalStateException.class);
  }

  private static Instant now() {
    return Instant.now(Clock.systemUTC());
  }
}
