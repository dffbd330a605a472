package gatehouse.deid.bench;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentified;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Texts that somebody sends to stop the engine: twice the length may take twice the time. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RoughBenchmark {
  private final Deidentifier engine = Deidentifier.of(Policy.named("public"));
  private final SecureRandom random = new SecureRandom();
  private final KnownIdentifiers known =
      KnownIdentifiers.builder().name("欧阳明月").phone("13800138000").build();
  private String line = "";

  /** What is repeated. */
  @Param({
    "13 8", "省市区路号", "张", "a@", "一二三十", "北京市", "医院", "姓名：", "住院号 1 ", "\"a\" ", "%E6", "QUJD", "\\u"
  })
  public String piece = "";

  /** Units of the text. */
  @Param({"500000", "1000000", "2000000"})
  public int length;

  /** Makes the text. */
  @Setup
  public void text() {
    line = piece.repeat(length / piece.length());
  }

  /** The whole engine on one such text. */
  @Benchmark
  public Deidentified oneLine() {
    return engine.deidentify(line, new Context(known, Placeholders.fresh(random)));
  }
}
