package gatehouse.gateway.bench;

import gatehouse.gateway.bench.Rig.Door;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures the packaged gateway with its policy and its journal against a pass-through that only
 * copies bytes, and if asked against Portkey's gateway, in turns on the same machine. Real
 * PostgreSQL, Kafka and tokens. Prints a table.
 */
public final class GatewayBench {
  private static final String LINE = "%-24s %7s  %-12s %10s %10s %9s %9s %9s %9s %9s %6s%n";
  private static final List<Integer> CALLERS = List.of(1, 32);

  /** Share of the doors' time below which the compiler rests. */
  private static final double AT_REST = 0.05;

  private final Rig rig;
  private final Duration warmUp;
  private final int millis;
  private final int rounds;
  private boolean failed;

  private GatewayBench(Rig rig, boolean quick) {
    this.rig = rig;
    this.warmUp = Duration.ofSeconds(quick ? 40 : 150);
    this.millis = quick ? 3_000 : 4_000;
    this.rounds = quick ? 1 : 2;
  }

  /** Arguments as {@code data-gateway/bench/run} checks and passes them. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    String only = after(words, "--case");
    boolean failed;
    try (Rig rig = new Rig(jvm(words), path(words, "--peer"))) {
      if (words.contains("--outage")) {
        failed = !new OutageBench(rig).measure();
      } else {
        GatewayBench bench = new GatewayBench(rig, words.contains("--quick"));
        bench.measure(only == null ? "" : only);
        failed = bench.failed;
      }
    } catch (IOException e) {
      System.err.println("nothing was measured: " + e.getMessage());
      System.exit(1);
      return;
    }
    System.exit(failed ? 4 : 0);
  }

  private void measure(String only) throws IOException {
    System.out.printf(
        Locale.ROOT,
        LINE,
        "case",
        "callers",
        "door",
        "requests/s",
        "us CPU/req",
        "DB us/req",
        "req/s/core",
        "p50 ms",
        "p99 ms",
        "first ms",
        "failed");
    Map<String, Path> cases = cases();
    cases.keySet().removeIf(name -> !name.contains(only));
    warmUp(cases.values());
    for (Map.Entry<String, Path> one : cases.entrySet()) {
      for (int callers : CALLERS) {
        compare(one.getKey(), one.getValue(), callers);
      }
    }
  }

  /**
   * Calls until the compiler rests: until then its time would be taken for that of the requests.
   * Says how far it came.
   */
  private void warmUp(Collection<Path> bodies) throws IOException {
    long begun = System.nanoTime();
    double share = 1;
    while (share > AT_REST && System.nanoTime() - begun < warmUp.toNanos()) {
      double used = 0;
      double compiling = 0;
      for (Path body : bodies) {
        for (Door door : rig.doors()) {
          Duration before = door.process().cpu();
          Duration compiledBefore = door.process().compiling();
          run(door, body, CALLERS.getLast(), door.equals(rig.gateway()) ? 4_000 : 500);
          used += door.process().cpu().minus(before).toNanos();
          compiling += door.process().compiling().minus(compiledBefore).toNanos();
        }
      }
      share = compiling / Math.max(1, used);
    }
    System.out.printf(
        Locale.ROOT,
        "warmed up for %.0f s; the compiler still takes %.0f %% of the doors' time%n",
        (System.nanoTime() - begun) / 1e9,
        share * 100);
  }

  /** Door after door in each round, so that what else the machine does hits all of them. */
  private void compare(String name, Path body, int callers) throws IOException {
    Map<Door, List<Figures>> all = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Door door : rig.doors()) {
        all.computeIfAbsent(door, _ -> new ArrayList<>()).add(run(door, body, callers, millis));
      }
    }
    @Nullable Figures bare = null;
    for (Map.Entry<Door, List<Figures>> each : all.entrySet()) {
      Figures mean = Figures.mean(each.getValue());
      failed |= mean.failed() > 0;
      line(name, callers, each.getKey().name(), mean);
      if (bare == null) {
        bare = mean;
      } else {
        added(name, callers, mean, bare);
      }
    }
  }

  private Figures run(Door door, Path body, int callers, int howLong) throws IOException {
    Duration cpu = door.process().cpu();
    Duration database = rig.databaseCpu();
    String words = rig.load(door, body, callers, howLong);
    return Figures.of(
        words, howLong, door.process().cpu().minus(cpu), rig.databaseCpu().minus(database));
  }

  private static void line(String name, int callers, String door, Figures f) {
    System.out.printf(
        Locale.ROOT,
        LINE,
        name,
        callers,
        door,
        "%.0f".formatted(f.requests()),
        "%.0f".formatted(f.cpu()),
        "%.0f".formatted(f.database()),
        "%.0f".formatted(f.requestsPerCore()),
        "%.2f".formatted(f.p50()),
        "%.2f".formatted(f.p99()),
        "%.2f".formatted(f.first()),
        "%.0f".formatted(f.failed()));
  }

  private static void added(String name, int callers, Figures f, Figures bare) {
    System.out.printf(
        Locale.ROOT,
        LINE,
        name,
        callers,
        "  added",
        "",
        "x%.1f".formatted(f.cpu() / Math.max(1, bare.cpu())),
        "",
        "",
        "%+.2f".formatted(f.p50() - bare.p50()),
        "%+.2f".formatted(f.p99() - bare.p99()),
        "%+.2f".formatted(f.first() - bare.first()),
        "");
  }

  private static Map<String, Path> cases() throws IOException {
    String small = note(2_048);
    String cloud = ",\"deployment\":\"public-cloud\"" + Note.KNOWN;
    Map<String, Path> cases = new LinkedHashMap<>();
    cases.put("2 KB in the house", file(Gateway.chat("note-assistant", small, "")));
    cases.put("100 KB in the house", file(Gateway.chat("note-assistant", note(102_400), "")));
    cases.put(
        "100 events in the house",
        file(Gateway.chat("note-assistant", small, "").replaceFirst("\\{", "{\"stream\":true,")));
    cases.put("2 KB to the cloud", file(Gateway.chat("note-assistant", small, cloud)));
    return cases;
  }

  /** Whole notes of about so many bytes. */
  private static String note(int bytes) {
    int one = Note.TEXT.getBytes(StandardCharsets.UTF_8).length;
    return Note.TEXT.repeat(Math.max(1, Math.round(bytes / (float) one)));
  }

  private static Path file(String body) throws IOException {
    Path file = Files.createTempFile("gatehouse-bench", ".json");
    file.toFile().deleteOnExit();
    return Files.writeString(file, body.replace("\n", ""));
  }

  /** Samples by processor time see what runs outside of Java, too. */
  private static List<String> jvm(List<String> words) {
    List<String> options = new ArrayList<>();
    String given = after(words, "--jvm");
    if (given != null) {
      options.addAll(List.of(given.split(" ", -1)));
    }
    @Nullable Path recording = path(words, "--profile");
    if (recording != null) {
      options.add(
          "-XX:StartFlightRecording=settings=profile,jdk.CPUTimeSample#enabled=true,"
              + "jdk.CPUTimeSample#throttle=2ms,dumponexit=true,filename="
              + recording);
    }
    return options;
  }

  private static @Nullable Path path(List<String> words, String option) {
    String value = after(words, option);
    return value == null ? null : Path.of(value);
  }

  private static @Nullable String after(List<String> words, String option) {
    int at = words.indexOf(option);
    return at < 0 ? null : words.get(at + 1);
  }
}
