package gatehouse.deid.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final String GOLD =
      """
      {"text":"𠮷姓名：王小明，电话１３８００１３８０００，见I10","spans":[[4,7,"PATIENT_NAME"],[10,21,"PHONE"]],"decoys":[[23,26,"ICD"]]}
      {"text":"请回电 (0535) 2211-903","spans":[[4,19,"PHONE"]]}
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(String gold, String... options) throws IOException {
    String[] words = java.util.Arrays.copyOf(options, options.length + 1);
    words[options.length] = Files.writeString(folder.resolve("gold.jsonl"), gold).toString();
    return Main.run(words, new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8));
  }

  @Test
  void everyLabelHasCoverLeaksAndIntervals() throws IOException {
    assertThat(run(GOLD)).isZero();
    assertThat(out.toString(UTF_8))
        .contains("2 texts", "PATIENT_NAME", "whole cover", "any cover", "texts with a leak")
        .containsPattern("PHONE +2 +100.000% \\[34\\.\\d+, 100.000\\]")
        .containsPattern("found +times +identifies somebody")
        .containsPattern("decoys kept +100.000% .* of 1")
        .doesNotContain("java.util.regex");
  }

  @Test
  void rivalsAreScoredInTheSameRunOnWhatTheyClaim() throws IOException {
    assertThat(run(GOLD, "--compare")).isZero();
    String told = out.toString(UTF_8);
    assertThat(told.substring(told.indexOf("== java.util.regex")))
        .contains(": all but names")
        .containsPattern("PHONE +2 +0.000%")
        .doesNotContain("PATIENT_NAME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a\",\"spans\":[[0,2,\"PHONE\"]]}",
        "{\"text\":\"a\",\"spans\":[[1,0,\"PHONE\"]]}",
        "{\"text\":\"a\",\"spans\":[[0,\"PHONE\"]]}",
        "{\"text\":\"a\",\"spans\":7}",
        "{\"spans\":[]}",
        "{",
        ""
      })
  void whatIsNotOfTheFormIsNamed(String line) throws IOException {
    assertThat(run(line + "\n")).isEqualTo(1);
    assertThat(errors.toString(UTF_8)).startsWith("cannot be scored: ");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void exitCodesAreExact() throws IOException {
    assertThat(run(GOLD, "--nonsense")).isEqualTo(2);
    assertThat(run(GOLD, "--help")).isZero();
    assertThat(Main.run(new String[] {"missing.jsonl"}, System.out, new PrintStream(errors)))
        .isEqualTo(1);
  }
}
