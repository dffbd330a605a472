package gatehouse.deid.evaluation;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Throughput and latency of the whole engine on one thread, over prompts of about 8 KB. */
final class Speed {
  private static final int PROMPT_BYTES = 8192;
  private static final int ROUNDS = 12;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Speed() {}

  /**
   * One line: MB/s of the thread's processor time, and the latency of a prompt at p50 and p99,
   * after warming up.
   */
  static String measure(List<Gold> gold) {
    List<String> prompts = prompts(gold);
    Deidentifier engine = Deidentifier.of(Policy.named("public"));
    SecureRandom random = new SecureRandom();
    KnownIdentifiers known = KnownIdentifiers.builder().name("蒯予乐").phone("13800138000").build();
    long[] nanos = new long[prompts.size()];
    long bytes = 0;
    long total = 0;
    for (int round = 0; round < ROUNDS; round++) {
      bytes = 0;
      total = 0;
      for (int i = 0; i < prompts.size(); i++) {
        Context context = new Context(known, Placeholders.fresh(random));
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        int length = engine.deidentify(prompts.get(i), context).text().length();
        nanos[i] = System.nanoTime() - start;
        total += THREADS.getCurrentThreadCpuTime() - cpu;
        bytes += length > 0 ? prompts.get(i).getBytes(StandardCharsets.UTF_8).length : 0;
      }
    }
    Arrays.sort(nanos);
    return "%.1f MB/s of processor time; %d prompts of 8 KB: p50 %.2f ms, p99 %.2f ms by the clock%n"
        .formatted(
            bytes * 1e3 / total,
            nanos.length,
            nanos[nanos.length / 2] / 1e6,
            nanos[nanos.length * 99 / 100] / 1e6);
  }

  private static List<String> prompts(List<Gold> gold) {
    List<String> prompts = new ArrayList<>();
    StringBuilder prompt = new StringBuilder();
    for (Gold text : gold) {
      prompt.append(text.text()).append('\n');
      if (prompt.toString().getBytes(StandardCharsets.UTF_8).length >= PROMPT_BYTES) {
        prompts.add(prompt.toString());
        prompt.setLength(0);
      }
    }
    if (prompts.isEmpty()) {
      prompts.add(prompt.toString());
    }
    return prompts;
  }
}
