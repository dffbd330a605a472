package gatehouse.deid.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Type;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.tagging.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The slot for a larger model, with a model that knows two words. */
class OnnxDetectorTest {
  private static final String TOKENS = "[UNK]\n[CLS]\n[SEP]\n阿\n福\n泵";

  @TempDir private Path folder;

  @BeforeEach
  void writeModel() throws IOException {
    float[] other = {5, 0, 0, 0};
    float[][] table = {other, other, other, {0, 5, 0, 0}, {0, 0, 5, 0}, {0, 0, 0, 5}};
    Files.write(folder.resolve("model.onnx"), TinyModel.of(table));
    Files.writeString(folder.resolve("vocab.txt"), TOKENS);
    Files.writeString(folder.resolve("labels.txt"), "O\nB-PER\nI-PER\nB-DEVICE_ID");
  }

  private static List<Finding> scan(String text, OnnxDetector larger) {
    Deidentifier engine =
        Deidentifier.of(Policy.named("public"), null, Weights.shipped(), List.of(larger));
    return engine.scan(
        text, new Context(KnownIdentifiers.none(), Placeholders.fresh(new SecureRandom())));
  }

  @Test
  void whatTheModelFindsIsAFinding() throws IOException {
    try (OnnxDetector larger = OnnxDetector.load(folder)) {
      String text = "血压平稳阿福，泵";
      assertThat(scan(text, larger))
          .extracting(f -> f.type() + " " + text.substring(f.start(), f.end()))
          .containsExactly("PERSON 阿福", "DEVICE_ID 泵");
    }
  }

  @Test
  void twoPeopleBesideEachOtherAreTwo() throws IOException {
    try (OnnxDetector larger = OnnxDetector.load(folder)) {
      assertThat(scan("血压平稳阿福阿福", larger)).extracting(Finding::length).containsExactly(2, 2);
    }
  }

  @Test
  void aLongTextIsReadInWindowsThatOverlap() throws IOException {
    try (OnnxDetector larger = OnnxDetector.load(folder)) {
      for (int before = 225; before < 260; before++) {
        assertThat(scan("痛".repeat(before) + "阿福", larger))
            .filteredOn(f -> f.type() == Type.PERSON)
            .as("after %d", before)
            .extracting(Finding::start)
            .containsExactly(before);
      }
    }
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("labels.txt"));
    assertThatThrownBy(() -> OnnxDetector.load(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("labels.txt");
  }

  @Test
  void aModelThatDoesNotFitItsLabelsIsRefused() throws IOException {
    Files.writeString(folder.resolve("labels.txt"), "O\nB-PER");
    assertThatThrownBy(() -> OnnxDetector.load(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 labels");
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    Files.writeString(folder.resolve("model.onnx"), "no model");
    assertThatThrownBy(() -> OnnxDetector.load(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model.onnx");
  }
}
