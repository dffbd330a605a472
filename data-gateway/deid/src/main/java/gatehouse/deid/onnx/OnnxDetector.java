package gatehouse.deid.onnx;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A larger model as one more detector: it adds to what the engine finds and removes nothing. The
 * model labels characters, as BERT models for Chinese do. A folder holds {@code model.onnx} (inputs
 * {@code input_ids} and, if it wants them, {@code attention_mask} and {@code token_type_ids}; the
 * first output is {@code [1, n, labels]}), {@code vocab.txt} (a token per line) and {@code
 * labels.txt} (a label per line, such as O, B-PER, I-PER). PER means a person; other labels count
 * if they are the name of a {@link Type}. Thread-safe.
 */
public final class OnnxDetector implements Detector, AutoCloseable {
  private static final int WINDOW = 254;
  private static final int OVERLAP = 24;

  private final OnnxModel model;
  private final Vocabulary vocabulary;
  private final Labels labels;

  private OnnxDetector(OnnxModel model, Vocabulary vocabulary, Labels labels) {
    this.model = model;
    this.vocabulary = vocabulary;
    this.labels = labels;
  }

  /**
   * Loads a model and tries it on one character.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if a file is missing, ONNX Runtime is not on the class path,
   *     or the model does not fit its labels; the message says what to do
   */
  public static OnnxDetector load(Path folder) throws IOException {
    for (String file : List.of("model.onnx", "vocab.txt", "labels.txt")) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw new IllegalArgumentException("the model's folder lacks " + file);
      }
    }
    Vocabulary vocabulary = new Vocabulary(Files.readAllLines(folder.resolve("vocab.txt")));
    Labels labels = new Labels(Files.readAllLines(folder.resolve("labels.txt")));
    try {
      OnnxModel model = OnnxModel.load(folder.resolve("model.onnx"));
      int width = model.run(vocabulary.ids(new char[] {'一'}, 0, 1))[0].length;
      if (width != labels.size()) {
        model.close();
        throw new IllegalArgumentException(
            "the model gives %d labels, labels.txt has %d".formatted(width, labels.size()));
      }
      return new OnnxDetector(model, vocabulary, labels);
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "a model in ONNX needs com.microsoft.onnxruntime:onnxruntime on the class path", e);
    }
  }

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + WINDOW);
      window(text, from, to, findings);
      from = to == text.length() ? to : to - OVERLAP;
    }
  }

  private void window(NormalText text, int from, int to, Findings findings) {
    float[][] scores = model.run(vocabulary.ids(text.units(), from, to));
    int start = -1;
    @Nullable Type type = null;
    double confidence = 1;
    for (int i = from; i <= to; i++) {
      float[] row = i < to ? scores[i - from + vocabulary.before()] : null;
      int label = row == null ? -1 : Labels.best(row);
      @Nullable Type here = row == null ? null : labels.type(label);
      boolean begins = here != type || (here != null && labels.begins(label));
      if (begins && type != null) {
        findings.add(type, start, i, confidence, Stage.MODEL);
      }
      if (begins) {
        start = i;
        type = here;
        confidence = 1;
      }
      confidence = row == null ? confidence : Math.min(confidence, Labels.share(row, label));
    }
  }

  /** Frees the model's memory. */
  @Override
  public void close() {
    model.close();
  }
}
