package gatehouse.deid.training;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.tagging.Tagger;
import gatehouse.deid.tagging.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFolderTest {
  @TempDir private Path folder;

  private void write() throws IOException {
    Path names = Files.createDirectory(folder.resolve("names"));
    Files.writeString(names.resolve("given-faker.txt"), "志强 丽芳 文博 建国");
    Files.writeString(names.resolve("given-historical.txt"), "敬之 伯温");
    Files.writeString(names.resolve("other.txt"), "WORD 高峰\nPIECE 买买提 艾力\nWHOLE 巴特尔");
    Files.writeString(folder.resolve("words.txt"), "D 高血压 肺炎\nS 咳嗽 头痛");
    Files.writeString(folder.resolve("frames.txt"), "昨晚{N}诉{S}。\n{N}来院复查{D}。");
    Files.writeString(folder.resolve("plain.txt"), "诊断为{D}，{S}{n}天。");
  }

  @Test
  void theSameFolderAndSeedGiveTheSameWeights() throws IOException {
    write();
    Weights first = TrainingFolder.train(folder, 2, 42);
    assertThat(TrainingFolder.train(folder, 2, 42)).isEqualTo(first);
    assertThat(TrainingFolder.train(folder, 2, 43)).isNotEqualTo(first);
  }

  @Test
  void weightsSurviveTheirFile() throws IOException {
    write();
    Weights weights = TrainingFolder.train(folder, 1, 42);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    weights.write(file);
    assertThat(Weights.read(new ByteArrayInputStream(file.toByteArray()))).isEqualTo(weights);
  }

  @Test
  void whatWasTrainedIsFound() throws IOException {
    write();
    Tagger tagger = new Tagger(TrainingFolder.train(folder, 5, 42), 0);
    char[] text = "昨晚李志强诉头痛。".toCharArray();
    List<String> names = new ArrayList<>();
    tagger.find(
        text, text.length, (start, end, margin) -> names.add(new String(text, start, end - start)));
    assertThat(names).containsExactly("李志强");
  }
}
