package gatehouse.local.processes;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a pid file names: a process of ours, or one that only has the number now. */
class MarkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path folder = Path.of("");
  private RunFolder run = new RunFolder(Path.of(""));
  private @Nullable Process process;

  @BeforeEach
  void start() {
    run = new RunFolder(folder);
    run.prepare();
    process = startedWith(run.path().toString());
  }

  @AfterEach
  void stop() {
    marked().destroy();
  }

  @Test
  void theMarkedProcessIsEnded() throws Exception {
    Mark.set(run, "models", marked().toHandle());

    Mark.of(run, "models").orElseThrow().end(PATIENCE);

    assertThat(marked().isAlive()).isFalse();
    assertThat(Mark.in(run)).isEmpty();
  }

  @Test
  void aProcessThatStartedAtAnotherTimeIsNotOurs() throws IOException {
    Files.writeString(
        run.marks().resolve("models.pid"), marked().pid() + "\n2020-01-01T00:00:00Z\n");

    Mark.of(run, "models").orElseThrow().end(PATIENCE);

    assertThat(marked().isAlive()).isTrue();
    assertThat(Mark.in(run)).isEmpty();
  }

  @Test
  void aProcessOfAnotherRunIsNotOurs() {
    marked().destroy();
    process = startedWith("/another/run");
    Mark.set(run, "models", marked().toHandle());

    Mark.of(run, "models").orElseThrow().end(PATIENCE);

    assertThat(marked().isAlive()).isTrue();
  }

  @Test
  void aHalfWrittenFileNamesNobody() throws IOException {
    Files.writeString(run.marks().resolve("models.pid"), "12");
    Files.writeString(run.marks().resolve("kafka.pid"), "");

    assertThat(Mark.in(run)).isEmpty();
  }

  private Process marked() {
    return Objects.requireNonNull(process);
  }

  /** A process that waits, with the text in its command line. */
  private static Process startedWith(String text) {
    try {
      return new ProcessBuilder("sh", "-c", "read line", text).start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
