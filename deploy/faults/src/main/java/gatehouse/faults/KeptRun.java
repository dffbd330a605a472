package gatehouse.faults;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the next leg of a run must know, beside the ledger and the data.
 *
 * @param seed of the order of the faults
 * @param journalOnly how much of the suite runs
 * @param only part of the names of the faults that may strike
 * @param faults how many have struck
 * @param attempts how often each type of entry was asked for
 */
record KeptRun(
    long seed, boolean journalOnly, String only, long faults, Map<String, Long> attempts) {
  private static final String ATTEMPTS = "attempts.";

  KeptRun {
    attempts = Map.copyOf(attempts);
  }

  /** A run that begins. */
  static KeptRun fresh(long seed, boolean journalOnly, String only) {
    return new KeptRun(seed, journalOnly, only, 0, Map.of());
  }

  /** That run after one leg more. */
  KeptRun plus(long struck, Map<String, Long> asked) {
    Map<String, Long> all = new HashMap<>(attempts);
    asked.forEach((type, count) -> all.merge(type, count, Long::sum));
    return new KeptRun(seed, journalOnly, only, faults + struck, all);
  }

  /** What an orderly end has left; empty if there was none. */
  static Optional<KeptRun> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      kept.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Long> attempts = new HashMap<>();
    kept.stringPropertyNames().stream()
        .filter(name -> name.startsWith(ATTEMPTS))
        .forEach(name ->
            attempts.put(name.substring(ATTEMPTS.length()), Long.valueOf(kept.getProperty(name))));
    return Optional.of(
        new KeptRun(
            Long.parseLong(kept.getProperty("seed")),
            Boolean.parseBoolean(kept.getProperty("journal-only")),
            kept.getProperty("only"),
            Long.parseLong(kept.getProperty("faults")),
            attempts));
  }

  void leave(Path file) {
    Properties kept = new Properties();
    kept.setProperty("seed", Long.toString(seed));
    kept.setProperty("journal-only", Boolean.toString(journalOnly));
    kept.setProperty("only", only);
    kept.setProperty("faults", Long.toString(faults));
    attempts.forEach((type, count) -> kept.setProperty(ATTEMPTS + type, Long.toString(count)));
    try (Writer out = Files.newBufferedWriter(file)) {
      kept.store(out, "what ./suite faults --resume goes on from");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
