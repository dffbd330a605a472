package gatehouse.gateway.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one door did under one load.
 *
 * @param requests answered in a second
 * @param failed requests without a 200, in all
 * @param p50 milliseconds to the end of the answer, the middle one
 * @param p99 milliseconds to the end of the answer
 * @param first milliseconds to the first byte of the body, the middle one
 * @param cpu microseconds of processor time of the door for a request
 * @param database microseconds of processor time of the database for a request
 */
record Figures(
    double requests,
    double failed,
    double p50,
    double p99,
    double first,
    double cpu,
    double database) {

  /** Reads the words of {@link Load#run}. */
  static Figures of(String words, int millis, Duration cpu, Duration database) {
    String[] each = words.split(" ", -1);
    double answered = Double.parseDouble(each[0]);
    double some = Math.max(1, answered);
    return new Figures(
        answered * 1000 / millis,
        Double.parseDouble(each[1]),
        Double.parseDouble(each[2]) / 1000,
        Double.parseDouble(each[3]) / 1000,
        Double.parseDouble(each[4]) / 1000,
        cpu.toNanos() / 1e3 / some,
        database.toNanos() / 1e3 / some);
  }

  /** The mean of several rounds; failures are added up. */
  static Figures mean(List<Figures> rounds) {
    return new Figures(
        mean(rounds, Figures::requests),
        mean(rounds, Figures::failed) * rounds.size(),
        mean(rounds, Figures::p50),
        mean(rounds, Figures::p99),
        mean(rounds, Figures::first),
        mean(rounds, Figures::cpu),
        mean(rounds, Figures::database));
  }

  /** What one core would manage, of the door's own processor time alone. */
  double requestsPerCore() {
    return cpu == 0 ? 0 : 1e6 / cpu;
  }

  private static double mean(List<Figures> rounds, ToDoubleFunction<Figures> of) {
    return rounds.stream().mapToDouble(of).average().orElse(0);
  }
}
