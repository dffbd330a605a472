package gatehouse.deid.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final String NOTE = "姓名：王小明，电话：13800138000";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(String input, String... args) {
    out.reset();
    errors.reset();
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(UTF_8));
    return new Main(in, out, print(errors)).run(args);
  }

  private static PrintStream print(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, UTF_8);
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String errors() {
    return errors.toString(UTF_8);
  }

  @Test
  void standardInputBecomesStandardOutput() {
    assertThat(run(NOTE, "-")).isZero();
    assertThat(out()).startsWith("姓名：⟦NAME-1-").doesNotContain("王小明", "13800138000");
  }

  @Test
  void jsonLinesKeepIdsAndOrderAndUseTheContext() {
    String lines =
        """
        {"id":7,"text":"电话：13800138000"}
        {"id":"b","text":"今晨杜仲诉头晕","context":{"names":["杜仲"]}}
        """;
    assertThat(run(lines, "--jsonl")).isZero();
    String[] answers = out().split("\n", -1);
    assertThat(answers[0])
        .startsWith("{\"id\":7,\"output\":\"电话：⟦PHONE")
        .contains("\"start\":3,\"end\":14");
    assertThat(answers[1]).startsWith("{\"id\":\"b\"").doesNotContain("杜仲").contains("KNOWN");
  }

  @Test
  void aBadLineIsReportedAndNeverPassedThrough() {
    assertThat(run("{\"text\":\"13800138000\"\n{\"id\":2,\"text\":\"好\"}\n", "--jsonl"))
        .isEqualTo(1);
    assertThat(out()).isEqualTo("{\"id\":2,\"output\":\"好\",\"findings\":[]}\n");
    assertThat(errors()).contains("line 1").doesNotContain("13800138000");
  }

  @Test
  void aFolderIsDoneOnceAndBrokenFilesAreSkipped() throws IOException {
    Path from = Files.createDirectories(folder.resolve("in/sub"));
    Files.writeString(from.resolve("a.txt"), NOTE);
    Files.write(from.resolve("broken.txt"), new byte[] {'1', (byte) 0xFF, (byte) 0xFE});
    String in = folder.resolve("in").toString();
    String to = folder.resolve("out").toString();
    assertThat(run("", "--quiet", "--out", to, "--report", in)).isEqualTo(1);
    assertThat(Path.of(to, "sub/broken.txt")).doesNotExist();
    assertThat(Files.readString(Path.of(to, "sub/a.txt"))).doesNotContain("王小明");
    assertThat(errors())
        .contains("broken.txt is not UTF-8", "\"done\":1", "\"failed\":1")
        .doesNotContain("王小明");
    run("", "--quiet", "--out", to, "--report", in);
    assertThat(errors()).contains("\"skipped\":1");
  }

  @Test
  void exitCodesAreExact() {
    assertThat(run("", "--help")).isZero();
    assertThat(run("")).isEqualTo(2);
    assertThat(run("", "--nonsense", "-")).isEqualTo(2);
    assertThat(run("", "--policy", "no-such", "-")).isEqualTo(3);
    assertThat(run("", "--policy", "release", "-")).isEqualTo(3);
    assertThat(run("", folder.resolve("missing").toString())).isEqualTo(1);
    assertThat(run(NOTE, "--policy", "refuse", "-")).isEqualTo(4);
    assertThat(out()).isEmpty();
  }

  @Test
  void keysMakeReleasesRepeatable() throws IOException {
    Path keys = folder.resolve("keys");
    assertThat(run("", "keys", "create", keys.toString())).isZero();
    assertThat(run("", "keys", "create", keys.toString())).isEqualTo(3);
    String[] args = {"--policy", "release", "--keys", keys.toString(), "--purpose", "x", "-"};
    assertThat(run(NOTE, args)).isZero();
    String first = out();
    run(NOTE, args);
    assertThat(out()).isEqualTo(first).doesNotContain("王小明");
  }

  @Test
  void aFolderMadeWithAnotherPolicyIsNotTakenForDone() throws IOException {
    Path from = Files.createDirectories(folder.resolve("in"));
    Files.writeString(from.resolve("a.txt"), "入院日期：2023年5月6日");
    String in = from.toString();
    String to = folder.resolve("out").toString();
    assertThat(run("", "--quiet", "--policy", "in-house", "--out", to, in)).isZero();
    assertThat(run("", "--quiet", "--out", to, in)).isEqualTo(2);
    assertThat(errors()).contains("other settings");
    assertThat(run("", "--quiet", "--out", in, in)).isEqualTo(2);
    Path foreign = Files.createDirectories(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("a.txt"), NOTE);
    assertThat(run("", "--quiet", "--out", foreign.toString(), in)).isEqualTo(2);
    assertThat(errors()).contains("not empty");
  }

  @Test
  void whatIsNewerThanItsOutputIsDoneAgain() throws IOException {
    Path from = Files.createDirectories(folder.resolve("in"));
    Path input = Files.writeString(from.resolve("a.txt"), "好");
    String[] args = {"--quiet", "--out", folder.resolve("out").toString(), from.toString()};
    run("", args);
    Files.writeString(input, NOTE);
    Files.setLastModifiedTime(input, FileTime.from(Instant.now().plusSeconds(5)));
    run("", args);
    assertThat(folder.resolve("out/a.txt")).content().startsWith("姓名：⟦NAME");
  }

  @Test
  void whatIsNoFileIsNamedAndTellingFileNamesAreCounted() throws IOException {
    Path from = Files.createDirectories(folder.resolve("in"));
    Files.createSymbolicLink(from.resolve("link"), folder.resolve("nowhere"));
    Files.writeString(from.resolve("姓名：王小明.txt"), "好");
    String to = folder.resolve("out").toString();
    assertThat(run("", "--quiet", "--out", to, from.toString())).isEqualTo(1);
    assertThat(errors())
        .contains("link is no file", "1 of 1 file names hold")
        .doesNotContain("王小明");
  }

  @Test
  void aBrokenLineSpoilsNoOther() {
    byte[] lines = "{\"id\":1,\"text\":\"a\"}\nX\n{\"id\":3,\"text\":\"\\ud800\"}".getBytes(UTF_8);
    lines[20] = (byte) 0xFF;
    assertThat(new Main(new ByteArrayInputStream(lines), out, print(errors)).run("--jsonl"))
        .isEqualTo(1);
    assertThat(out().split("\n")).hasSize(2);
    assertThat(out()).contains("{\"id\":3,\"output\":\"\\ud800\",\"findings\":[]}");
    assertThat(errors()).contains("line 2 is not UTF-8");
  }

  @Test
  void linesAreAnsweredBeforeMoreIsWaitedFor() throws IOException {
    try (PipedInputStream in = new PipedInputStream();
        PipedOutputStream caller = new PipedOutputStream(in);
        PipedInputStream answers = new PipedInputStream();
        PipedOutputStream answering = new PipedOutputStream(answers)) {
      Thread program =
          new Thread(() -> new Main(in, answering, print(errors)).run("--jsonl"), "deid");
      program.start();
      BufferedReader reader = new BufferedReader(new InputStreamReader(answers, UTF_8));
      for (int id = 1; id <= 3; id++) {
        caller.write(("{\"id\":" + id + ",\"text\":\"好\"}\n").getBytes(UTF_8));
        caller.flush();
        assertThat(reader.readLine()).startsWith("{\"id\":" + id + ",");
      }
    }
  }

  @Test
  void aFullDiskIsNoSuccess() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space");
          }
        };
    ByteArrayInputStream in = new ByteArrayInputStream(NOTE.getBytes(UTF_8));
    assertThat(new Main(in, full, print(errors)).run("-")).isEqualTo(1);
  }

  @Test
  void aCharsetWithoutTheBracketsIsNamedAndNothingIsWritten() throws IOException {
    Path note = Files.write(folder.resolve("n.txt"), NOTE.getBytes(Charset.forName("GBK")));
    assertThat(run("", "--charset", "GBK", note.toString())).isEqualTo(1);
    assertThat(out()).isEmpty();
    assertThat(errors()).contains("GBK lacks");
    assertThat(run("", "--charset", "GB18030", note.toString())).isZero();
    assertThat(out.toString(Charset.forName("GB18030"))).startsWith("姓名：⟦NAME");
  }

  @Test
  void theReportCountsAndNeverQuotes() throws IOException {
    Path report = folder.resolve("report.json");
    assertThat(run(NOTE, "-", "--report=" + report)).isZero();
    assertThat(report)
        .content()
        .contains("\"findings\":{\"PHONE\":1,\"PERSON\":1}", "\"hash\":\"sha256:")
        .doesNotContain("王小明");
    assertThat(run(NOTE, "--report", "-")).isZero();
    assertThat(errors()).contains("\"PERSON\":1");
  }

  @Test
  void aFileIsNeverItsOwnOutput() throws IOException {
    Path note = Files.writeString(folder.resolve("n.txt"), NOTE);
    assertThat(run("", "--out", note.toString(), note.toString())).isEqualTo(2);
    assertThat(note).content().isEqualTo(NOTE);
  }

  @Test
  void keysMakePlaceholdersRepeatableToo() throws IOException {
    Path keys = folder.resolve("keys");
    run("", "keys", "create", keys.toString());
    assertThat(run(NOTE, "--keys", keys.toString(), "-")).isZero();
    String first = out();
    run(NOTE, "--keys", keys.toString(), "-");
    assertThat(out()).isEqualTo(first);
    run(NOTE, "-");
    assertThat(out()).isNotEqualTo(first);
  }

  @Test
  void aSubjectThatIsNoTextIsRefused() {
    assertThat(run("{\"text\":\"好\",\"context\":{\"subject\":7}}", "--jsonl")).isEqualTo(1);
    assertThat(errors()).contains("\"subject\"");
  }
}
