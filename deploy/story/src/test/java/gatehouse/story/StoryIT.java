package gatehouse.story;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.story.stage.PrintingNarrator;
import gatehouse.story.stage.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story over the four packaged services, real PostgreSQL, Kafka and Keycloak. */
class StoryIT {
  @TempDir Path folder;

  @Test
  void suiteDoesWhatTheStorySays() throws IOException, InterruptedException {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (PackagedSuite suite = PackagedSuite.in(folder)) {
      PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
      try (Stage stage = new Stage(suite.places(), new PrintingNarrator(out))) {
        Demo.playAll(stage, Chapters.all(suite));
      } finally {
        System.out.println(told.toString(StandardCharsets.UTF_8));
      }
      logsRepeatNobody();
      assertThat(suite.verb("status")).isZero();
      assertThat(suite.verb("demo")).as("the story was played on these data before").isEqualTo(3);
    }
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("7. ");
  }

  private void logsRepeatNobody() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
      for (Path log : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(log, StandardCharsets.UTF_8);
        for (String identifier : Patient.identifiers()) {
          assertThat(text).as(log.toString()).doesNotContain(identifier);
        }
      }
    }
  }
}
