package gatehouse.faults.egress;

import gatehouse.faults.check.Finding;
import gatehouse.faults.egress.Seen.Times;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen of each stop, a line each, in milliseconds. */
final class SeenFile {
  private static final String HEAD =
      "disturbance\tanswered\tenforced\tlast byte\twithdrawn\tgateways named\tlet out";

  private SeenFile() {}

  static void begin(Path file) {
    write(file, HEAD, StandardOpenOption.CREATE_NEW);
  }

  /** What a later leg must know of the application that is stopped. */
  static void keepLearned(Path file, Map<String, String> learned) {
    Properties all = new Properties();
    all.putAll(learned);
    try (Writer out = Files.newBufferedWriter(learnedFile(file))) {
      all.store(out, "what the story has learned");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> learned(Path file) {
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(learnedFile(file))) {
      all.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, all::getProperty));
  }

  private static Path learnedFile(Path file) {
    return file.resolveSibling("learned.properties");
  }

  static void add(Path file, Seen seen) {
    Times times = seen.times();
    String findings = String.join("; ", seen.findings().stream().map(Finding::what).toList());
    String line =
        String.join(
            "\t",
            seen.disturbance().name(),
            Long.toString(times.answered().toMillis()),
            Long.toString(times.enforced().toMillis()),
            Long.toString(times.lastByte().toMillis()),
            Long.toString(times.withdrawn().toMillis()),
            Integer.toString(seen.named()),
            findings);
    write(file, line, StandardOpenOption.APPEND);
  }

  static List<Seen> read(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(1).map(SeenFile::seen).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Seen seen(String line) {
    String[] parts = line.split("\t", -1);
    return new Seen(
        Disturbance.valueOf(parts[0]),
        new Times(millis(parts[1]), millis(parts[2]), millis(parts[3]), millis(parts[4])),
        Integer.parseInt(parts[5]),
        parts[6].isEmpty()
            ? List.of()
            : List.of(new Finding(Finding.Kind.LET_OUT, "data-gateway", parts[6])));
  }

  private static Duration millis(String number) {
    return Duration.ofMillis(Long.parseLong(number));
  }

  private static void write(Path file, String line, StandardOpenOption option) {
    try {
      Files.writeString(file, line + System.lineSeparator(), StandardOpenOption.WRITE, option);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
