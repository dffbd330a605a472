package gatehouse.deid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return new Main(in, print(out), print(errors)).run(args);
  }

  private static PrintStream print(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return errors.toString(StandardCharsets.UTF_8);
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
    assertThat(run("", "--quiet", "--out", to, "--report", "-", in)).isEqualTo(1);
    assertThat(Path.of(to, "sub/broken.txt")).doesNotExist();
    assertThat(Files.readString(Path.of(to, "sub/a.txt"))).doesNotContain("王小明");
    assertThat(errors())
        .contains("broken.txt is not UTF-8", "\"done\":1", "\"failed\":1")
        .doesNotContain("王小明");
    run("", "--quiet", "--out", to, "--report", "-", in);
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
}
