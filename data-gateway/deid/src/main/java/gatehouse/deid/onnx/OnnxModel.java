package gatehouse.deid.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model in memory. Every use of ONNX Runtime is in here. */
final class OnnxModel implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxModel(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  static OnnxModel load(Path file) {
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      // The caller brings the threads: one text, one thread.
      options.setIntraOpNumThreads(1);
      return new OnnxModel(environment, environment.createSession(file.toString(), options));
    } catch (OrtException e) {
      throw new IllegalArgumentException("model.onnx is no model that ONNX Runtime loads", e);
    }
  }

  /**
   * The scores of each token's labels.
   *
   * @throws IllegalStateException if the model fails; then nothing may be concluded
   */
  float[][] run(long[] ids) {
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try {
      put(inputs, "input_ids", ids);
      put(inputs, "attention_mask", ones);
      put(inputs, "token_type_ids", new long[ids.length]);
      try (OrtSession.Result result = session.run(inputs)) {
        if (result.get(0).getValue() instanceof float[][][] scores
            && scores.length == 1
            && scores[0].length == ids.length) {
          return scores[0];
        }
        throw new IllegalStateException("the model's first output is not [1, n, labels]");
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the name model failed", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private void put(Map<String, OnnxTensor> inputs, String name, long[] values) throws OrtException {
    if (session.getInputNames().contains(name)) {
      inputs.put(name, OnnxTensor.createTensor(environment, new long[][] {values}));
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the name model cannot be closed", e);
    }
  }
}
