package gatehouse.faults.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class as the services' own, which is asked for the time, on the agent's table. */
class SurgeryTest {
  @TempDir private Path folder = Path.of("");

  /** What is changed. */
  static class IdsAndTime {
    Clock clock() {
      return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    }
  }

  @AfterEach
  void forget() {
    System.clearProperty(PlantAgent.CLOCK);
  }

  @Test
  void whoAsksTheChangedClassHearsTheShiftedTime() throws Exception {
    Path file = folder.resolve("station");
    System.setProperty(PlantAgent.CLOCK, file.toString());
    Clock clock = clockOf(changed());
    assertThat(Duration.between(Clock.systemUTC().instant(), clock.instant()))
        .isBetween(Duration.ofSeconds(-30), Duration.ofSeconds(30));

    Files.writeString(file, "PT1H");
    Clock shifted = clockOf(changed());

    assertThat(Duration.between(Clock.systemUTC().instant(), shifted.instant()))
        .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
  }

  private static Clock clockOf(Class<?> type) throws Exception {
    var make = type.getDeclaredConstructor();
    make.setAccessible(true);
    var ask = type.getDeclaredMethod("clock");
    ask.setAccessible(true);
    return (Clock) ask.invoke(make.newInstance());
  }

  private static Class<?> changed() throws Exception {
    String name = IdsAndTime.class.getName();
    byte[] bytes =
        SurgeryTest.class
            .getResourceAsStream("/" + name.replace('.', '/') + ".class")
            .readAllBytes();
    return new ClassLoader(SurgeryTest.class.getClassLoader()) {
      Class<?> of(byte[] changed) {
        return defineClass(name, changed, 0, changed.length);
      }
    }.of(Surgery.clock(bytes));
  }
}
