package gatehouse.deid.bench;

import gatehouse.deid.finding.Type;
import gatehouse.deid.keys.KeysetFile;
import gatehouse.deid.operators.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What one keyed value costs. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OperatorBenchmark {
  private @Nullable Path folder;
  private @Nullable Pseudonyms keyed;

  /** Makes keys. */
  @Setup
  public void keys() throws IOException {
    folder = Files.createTempDirectory("deid-bench");
    KeysetFile.create(folder.resolve("keys.json"));
    keyed = new Pseudonyms(KeysetFile.read(folder.resolve("keys.json"), "bench"));
  }

  /** Removes them. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(folder.resolve("keys.json"));
    Files.delete(folder);
  }

  /** HMAC-SHA-256. */
  @Benchmark
  public String pseudonym() {
    return keyed.pseudonym(Type.RECORD_NUMBER, "zy00123456");
  }

  /** A derived key and FF1 over eight digits. */
  @Benchmark
  public String formatPreserving() {
    return keyed.formatPreserved(Type.RECORD_NUMBER, "ZY00123456", "zy00123456");
  }

  /** A name of three characters. */
  @Benchmark
  public String surrogateName() {
    return keyed.surrogate(Type.PERSON, "王小明");
  }
}
