package gatehouse.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private static final SampleKey KEY = SampleKey.generate("gatehouse/stage");
  private static final SampleJournal JOURNAL = SampleJournal.of(20, 8, 1);

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String export = "";
  private String witness = "";
  private String key = "";

  @BeforeEach
  void writeFiles() throws IOException {
    export = file("export", String.join("\n", JOURNAL.lines(KEY)) + "\n");
    witness = file("witness", JOURNAL.checkpoint(KEY, 8) + "\n" + JOURNAL.checkpoint(KEY, 16));
    key = file("key", "# the stage's key\n" + KEY.verifierKey() + "\n");
  }

  @Test
  void zeroIfVerified() {
    assertThat(run(export, "--checkpoint", witness, "--key", key)).isZero();
    assertThat(out.toString(UTF_8))
        .contains("VERIFIED: 16 entries of gatehouse/stage are what the witness saw.")
        .contains("The 4 entries behind them rest on the journal's own signature only.")
        .contains("Next: ")
        .contains("entries/s");
  }

  @Test
  void withoutAKeyItSaysThatNoSignatureWasChecked() {
    assertThat(run(export, "--checkpoint", witness)).isZero();
    assertThat(out.toString(UTF_8))
        .contains("No signature was checked", "The export's own 3 checkpoints")
        .contains("The 4 entries behind them are not proven at all");
  }

  @Test
  void oneIfTampered() throws Exception {
    String changed = Files.readString(Path.of(export)).replaceFirst("request-2", "request-3");

    assertThat(run(file("changed", changed), "--checkpoint", witness)).isOne();
    assertThat(out.toString(UTF_8))
        .contains("NOT VERIFIED: entry 2 was edited.")
        .contains("Next: ");
  }

  @Test
  void anEarlierExportNamesTheEntry() throws Exception {
    SampleJournal shorter = new SampleJournal(new ArrayList<>(JOURNAL.entries()), 8);
    shorter.entries().remove(11);
    String renumbered = file("renumbered", String.join("\n", shorter.lines(KEY)) + "\n");

    assertThat(run(renumbered, "--checkpoint", witness)).isOne();
    assertThat(out.toString(UTF_8))
        .contains("an entry from 9 to 16 was edited, removed, inserted or moved")
        .contains("What is left open: what stood there before cannot be computed");

    assertThat(run(renumbered, "--checkpoint", witness, "--earlier", export)).isOne();
    assertThat(out.toString(UTF_8)).contains("NOT VERIFIED: entry 12 was removed.");
  }

  @Test
  void anEarlierExportThatTheWitnessDoesNotKnowNamesNothing() throws Exception {
    String changed =
        Files.readString(Path.of(export)).replaceFirst("\"request-2\"", "\"request-22\"");
    SampleJournal other = SampleJournal.of(20, 8, 3);
    String foreign = file("foreign", String.join("\n", other.lines(KEY)) + "\n");

    assertThat(run(file("changed", changed), "--checkpoint", witness, "--earlier", foreign))
        .isOne();
    assertThat(out.toString(UTF_8)).contains("NOT VERIFIED: entry 2 was edited.");
    String elsewhere =
        file(
            "elsewhere",
            String.join("\n", JOURNAL.lines(SampleKey.generate("gatehouse/other"))) + "\n");
    assertThat(run(export, "--checkpoint", witness, "--earlier", elsewhere)).isEqualTo(3);
  }

  @Test
  void twoIfUsedWrongly() {
    assertThat(run()).isEqualTo(2);
    assertThat(run(export)).isEqualTo(2);
    assertThat(run(export, "--checkpoint")).isEqualTo(2);
    assertThat(run(export, "--checkpoint", witness, "--colour", key)).isEqualTo(2);
    assertThat(run(export, "--checkpoint", witness, "--checkpoint", witness)).isEqualTo(2);
    assertThat(run(export, export, "--checkpoint", witness)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--checkpoint is missing").contains("--help");
  }

  @Test
  void threeIfSomethingCannotBeRead() throws Exception {
    assertThat(run("nowhere", "--checkpoint", witness)).isEqualTo(3);
    assertThat(run(folder.toString(), "--checkpoint", witness)).isEqualTo(3);
    assertThat(run(export, "--checkpoint", export)).isEqualTo(3);
    assertThat(run(export, "--checkpoint", witness, "--key", witness)).isEqualTo(3);
    String other = file("other", SampleKey.generate("gatehouse/stage").verifierKey());
    assertThat(run(export, "--checkpoint", witness, "--key", other)).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("Nothing was verified");
  }

  @Test
  void threeIfTheWitnessIsOfAnotherJournal() throws Exception {
    SampleKey other = SampleKey.generate("gatehouse/other");
    String foreign = file("foreign", JOURNAL.checkpoint(other, 8));

    assertThat(run(export, "--checkpoint", foreign)).isEqualTo(3);
    assertThat(err.toString(UTF_8))
        .contains("the export is of gatehouse/stage, the witness of gatehouse/other")
        .contains("Nothing was verified");
  }

  @Test
  void helpTellsTheExitCodes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("Exit codes").contains("What cannot be told");
  }

  @Test
  void anInclusionProofIsVerified() throws Exception {
    SampleJournal two = new SampleJournal(JOURNAL.entries().subList(0, 2), 8);
    String checkpoint = file("checkpoint", two.checkpoint(KEY, 2));
    String proof =
        "{\"seq\":2,\"size\":2,\"leaf\":\"%s\",\"path\":[\"%s\"]}".formatted(leaf(1), leaf(0));
    String entry = file("entry", two.entries().get(1).line(2) + "\n");
    String other = file("other", two.entries().get(0).line(1) + "\n");
    String good = file("proof", proof);
    String bad = file("bad", proof.replace("\"seq\":2", "\"seq\":1"));

    assertThat(run("inclusion", good, "--checkpoint", checkpoint)).isZero();
    assertThat(run("inclusion", good, "--checkpoint", checkpoint, "--entry", entry)).isZero();
    assertThat(run("inclusion", good, "--checkpoint", checkpoint, "--entry", other)).isOne();
    assertThat(run("inclusion", bad, "--checkpoint", checkpoint)).isOne();
    assertThat(run("inclusion", good, "--checkpoint", witness)).isEqualTo(3);
  }

  @Test
  void aConsistencyProofIsVerified() throws Exception {
    SampleJournal two = new SampleJournal(JOURNAL.entries().subList(0, 2), 8);
    String first = file("first", two.checkpoint(KEY, 1));
    String second = file("second", two.checkpoint(KEY, 2));
    String good = file("proof", "{\"from\":1,\"to\":2,\"path\":[\"%s\"]}".formatted(leaf(1)));
    String bad = file("bad", "{\"from\":1,\"to\":2,\"path\":[\"%s\"]}".formatted(leaf(2)));

    assertThat(run("consistency", good, "--from", first, "--checkpoint", second)).isZero();
    assertThat(run("consistency", bad, "--from", first, "--checkpoint", second)).isOne();
    assertThat(run("consistency", good, "--checkpoint", second)).isEqualTo(2);
    assertThat(run("inclusion", good, "--checkpoint", second)).isEqualTo(3);
  }

  private static String leaf(int i) {
    return HexFormat.of().formatHex(JOURNAL.entries().get(i).leaf());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String... line) {
    return new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
        .run(List.of(line));
  }
}
