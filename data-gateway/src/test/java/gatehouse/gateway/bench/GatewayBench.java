package gatehouse.gateway.bench;

import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Measures the gateway with its policy and its journal against a pass-through that only copies
 * bytes, in the same process, in turns. Real PostgreSQL, Kafka and tokens; model, owners and
 * callers are another process. Its name keeps it out of the tests.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(PeerProcess.class)
class GatewayBench {
  private static final int WARM_UP = Integer.getInteger("bench.warm-up", 6_000);
  private static final int MILLIS = Integer.getInteger("bench.millis", 6_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);
  private static final List<Integer> CALLERS = List.of(1, 32);

  /** Runs a load in the other process. */
  interface LoadRun {
    String run(String command) throws IOException;
  }

  LoadRun load =
      command -> {
        throw new IOException("the other process does not run");
      };

  private record Case(String name, String file) {}

  private record Figures(
      double requests, double failed, double p50, double p99, double first, double cpu) {}

  @Test
  void measure() throws Exception {
    String model = ConfigProvider.getConfig().getValue("bench.model", String.class);
    PassThrough passThrough = PassThrough.start(Vertx.vertx(), model);
    String through = "http://127.0.0.1:" + passThrough.port() + "/v1/chat/completions";
    String gateway = Gateway.url() + "/v1/chat/completions";
    print(
        "case, callers, what, requests/s, cpu us/request, p50 ms, p99 ms, first byte p50 ms, failed");
    for (Case one : cases()) {
      run(through, one, 32, WARM_UP);
      run(gateway, one, 32, WARM_UP);
      for (int callers : CALLERS) {
        List<Figures> bare = new ArrayList<>();
        List<Figures> guarded = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          bare.add(run(through, one, callers, MILLIS));
          guarded.add(run(gateway, one, callers, MILLIS));
        }
        line(one.name(), callers, "pass-through", mean(bare));
        line(one.name(), callers, "gateway", mean(guarded));
      }
    }
    passThrough.close();
  }

  private Figures run(String url, Case one, int callers, int millis) throws IOException {
    long cpu = cpuNanos();
    String[] words =
        load.run("%s %s %s %d %d".formatted(url, one.file(), Gateway.his(), callers, millis))
            .split(" ", -1);
    double used = (cpuNanos() - cpu) / 1e3;
    double requests = Double.parseDouble(words[0]);
    return new Figures(
        requests * 1000 / millis,
        Double.parseDouble(words[1]),
        Double.parseDouble(words[2]) / 1000,
        Double.parseDouble(words[3]) / 1000,
        Double.parseDouble(words[4]) / 1000,
        used / Math.max(1, requests));
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Figures mean(List<Figures> all) {
    double n = all.size();
    return new Figures(
        all.stream().mapToDouble(Figures::requests).sum() / n,
        all.stream().mapToDouble(Figures::failed).sum(),
        all.stream().mapToDouble(Figures::p50).sum() / n,
        all.stream().mapToDouble(Figures::p99).sum() / n,
        all.stream().mapToDouble(Figures::first).sum() / n,
        all.stream().mapToDouble(Figures::cpu).sum() / n);
  }

  private static void line(String name, int callers, String what, Figures f) {
    print(
        String.format(
            Locale.ROOT,
            "%s, %d, %s, %.0f, %.0f, %.2f, %.2f, %.2f, %.0f",
            name,
            callers,
            what,
            f.requests(),
            f.cpu(),
            f.p50(),
            f.p99(),
            f.first(),
            f.failed()));
  }

  private static void print(String line) {
    System.out.println("BENCH " + line);
  }

  private static List<Case> cases() throws IOException {
    String small = Note.TEXT.repeat(2);
    String large = Note.TEXT.repeat(140);
    String cloud = ",\"deployment\":\"public-cloud\"" + Note.KNOWN;
    String stream =
        Gateway.chat("note-assistant", small, "").replaceFirst("\\{", "{\"stream\":true,");
    return List.of(
        new Case("2 KB in the house", file(Gateway.chat("note-assistant", small, ""))),
        new Case("100 KB in the house", file(Gateway.chat("note-assistant", large, ""))),
        new Case("100 events in the house", file(stream)),
        new Case("2 KB to the cloud", file(Gateway.chat("note-assistant", small, cloud))));
  }

  private static String file(String body) throws IOException {
    Path file = Files.createTempFile("gatehouse-bench", ".json");
    file.toFile().deleteOnExit();
    return Files.writeString(file, body.replace("\n", "")).toString();
  }
}
