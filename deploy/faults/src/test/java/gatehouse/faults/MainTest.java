package gatehouse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What cannot be done is wrong usage, and is told before anything starts. */
class MainTest {
  private static final int WRONG_USAGE = 2;

  @TempDir private Path folder = Path.of("");

  private record Answer(int exitCode, String complaint) {}

  @Test
  void anUnknownBugIsAnsweredWithThoseThatThereAre() {
    Answer answer = faults("--plant", "rust");

    assertThat(answer.exitCode()).isEqualTo(WRONG_USAGE);
    assertThat(answer.complaint()).contains("cursor-relay", "no-inbox", "no-lease-check");
  }

  @Test
  void whereNoRunWasThereIsNothingToResume() {
    Answer answer = faults("--resume", "--faults", "3");

    assertThat(answer.exitCode()).isEqualTo(WRONG_USAGE);
    assertThat(answer.complaint()).contains("Nothing to --resume");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aResumedRunGoesOnAsItBegan() {
    Answer answer = faults("--resume", "--only", "kill");

    assertThat(answer.exitCode()).isEqualTo(WRONG_USAGE);
    assertThat(answer.complaint()).contains("--only");
  }

  @Test
  void whatCannotBeWrongDuringAStopIsAnsweredWithWhatCan() {
    Answer answer = faults("--stops", "1", "--while", "peace");

    assertThat(answer.exitCode()).isEqualTo(WRONG_USAGE);
    assertThat(answer.complaint()).contains("stopped by SIGSTOP");
  }

  private Answer faults(String... arguments) {
    StringWriter complaint = new StringWriter();
    CommandLine program = Main.program().setErr(new PrintWriter(complaint, true));
    List<String> all = new ArrayList<>(List.of("--run-folder", folder.toString()));
    all.addAll(List.of(arguments));
    return new Answer(program.execute(all.toArray(String[]::new)), complaint.toString());
  }
}
