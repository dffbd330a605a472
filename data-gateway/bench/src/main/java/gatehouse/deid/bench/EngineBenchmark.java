package gatehouse.deid.bench;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentified;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole engine on one thread, by the clock and by the processor's time. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class EngineBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int PROMPT = 8192;
  private static final int MEGABYTE = 1 << 20;

  private final SecureRandom random = new SecureRandom();
  private final Deidentifier engine = Deidentifier.of(Policy.named("public"));
  private final KnownIdentifiers known =
      KnownIdentifiers.builder()
          .name("欧阳明月")
          .kin("蒯予乐")
          .phone("13800138000")
          .address("杭州市西湖区文三路123号阳光小区15幢2单元301室")
          .build();
  private List<String> prompts = List.of();
  private String line = "";
  private String answer = "";
  private Context context = new Context(known, Placeholders.fresh(random));
  private int next;

  /** How much was read, and how much of the processor that took: other work beside counts not. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Read {
    private long bytes;
    private long begun;

    /** Each iteration counts for itself. */
    @Setup(Level.Iteration)
    public void reset() {
      bytes = 0;
      begun = THREADS.getCurrentThreadCpuTime();
    }

    /** Megabytes of UTF-8, in all iterations. */
    public double megabytes() {
      return bytes / 1e6;
    }

    /** What they took of this thread's processor time, in all iterations. */
    public double processorSeconds() {
      return (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
    }

    private void add(int read) {
      bytes += read;
    }
  }

  /** Makes the texts. */
  @Setup
  public void texts() {
    prompts = Notes.texts(64, PROMPT);
    line = Notes.texts(1, MEGABYTE).get(0).replace('\n', ' ');
    context = new Context(known, Placeholders.fresh(random));
    answer = engine.deidentify(prompts.get(0), context).text();
  }

  private String prompt(Read read) {
    String prompt = prompts.get(next++ % prompts.size());
    read.add(prompt.getBytes(StandardCharsets.UTF_8).length);
    return prompt;
  }

  /** A prompt of 8 KB with four known values, as the gateway sends it: throughput. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public Deidentified prompts(Read read) {
    return engine.deidentify(prompt(read), new Context(known, Placeholders.fresh(random)));
  }

  /** The same: how long one prompt takes, with percentiles. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Deidentified latency() {
    String prompt = prompts.get(next++ % prompts.size());
    return engine.deidentify(prompt, new Context(known, Placeholders.fresh(random)));
  }

  /** One megabyte in one line, nothing known. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public Deidentified megabyte(Read read) {
    read.add(line.getBytes(StandardCharsets.UTF_8).length);
    return engine.deidentify(
        line, new Context(KnownIdentifiers.none(), Placeholders.fresh(random)));
  }

  /** Finding alone. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public List<Finding> scan(Read read) {
    return engine.scan(prompt(read), context);
  }

  /** Putting values back. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public String restore(Read read) {
    read.add(answer.getBytes(StandardCharsets.UTF_8).length);
    return context.session().restore(answer);
  }
}
