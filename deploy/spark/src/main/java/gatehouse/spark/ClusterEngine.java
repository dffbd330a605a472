package gatehouse.spark;

import gatehouse.deid.batch.BatchEngine;
import gatehouse.deid.batch.EngineFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;

/**
 * One engine for all tasks of a Java process, built from the application's configuration on the
 * machine where it works: files are named by the path that they have there.
 *
 * <ul>
 *   <li>{@code spark.gatehouse.policy}: a shipped policy or a policy file; must be set
 *   <li>{@code spark.gatehouse.keys}: path of a keyset
 *   <li>{@code spark.gatehouse.purpose}: what the output is for
 *   <li>{@code spark.gatehouse.names}: path of a name model
 *   <li>{@code spark.gatehouse.onnx}: path of a folder with a larger model
 * </ul>
 */
final class ClusterEngine {
  private static final Map<EngineFiles, BatchEngine> ENGINES = new ConcurrentHashMap<>();

  private ClusterEngine() {}

  /**
   * The engine of this application.
   *
   * @throws IllegalArgumentException if the configuration does not fit; fails the job
   */
  static BatchEngine get() {
    return ENGINES.computeIfAbsent(files(SparkEnv.get().conf()), ClusterEngine::build);
  }

  private static EngineFiles files(SparkConf conf) {
    String policy = conf.get("spark.gatehouse.policy", "");
    if (policy.isEmpty()) {
      throw new IllegalArgumentException(
          "spark.gatehouse.policy is not set: public, in-house, refuse, release or a policy file");
    }
    return new EngineFiles(
        policy,
        path(conf, "spark.gatehouse.keys"),
        conf.get("spark.gatehouse.purpose", "default"),
        path(conf, "spark.gatehouse.names"),
        path(conf, "spark.gatehouse.onnx"));
  }

  private static @Nullable Path path(SparkConf conf, String name) {
    String value = conf.get(name, "");
    return value.isEmpty() ? null : Path.of(value);
  }

  private static BatchEngine build(EngineFiles files) {
    try {
      return BatchEngine.of(files);
    } catch (IOException e) {
      throw new UncheckedIOException("the engine's files cannot be read on this machine", e);
    }
  }
}
