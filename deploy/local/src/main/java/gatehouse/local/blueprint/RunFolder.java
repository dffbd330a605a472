package gatehouse.local.blueprint;

import gatehouse.embedded.users.BrokerUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code .run}: everything that a run writes. Deleting it forgets the run and its data. */
public record RunFolder(Path path) {
  /** Makes the folder's path absolute and free of links, because processes are known by it. */
  public RunFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** Creates what is missing. */
  public void prepare() {
    try {
      Files.createDirectories(data());
      Files.createDirectories(logs());
      Files.createDirectories(marks());
      Files.createDirectories(upstream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    BrokerUsers.keepKey(brokerKey());
  }

  /** Deletes the whole folder. Links in it are deleted, not followed. */
  public void forget() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What survives from run to run, a folder for each part that has any. */
  public Path data() {
    return path.resolve("data");
  }

  /** A log file per part. */
  public Path logs() {
    return path.resolve("logs");
  }

  /** The log file of a part. */
  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /** The pid files. */
  public Path marks() {
    return path.resolve("pids");
  }

  /** What the two demonstration models received, byte by byte. */
  public Path upstream() {
    return path.resolve("upstream");
  }

  /** Keeps which parts the run starts, for {@code status}. */
  public void keepStartedParts(List<Part> parts) {
    try {
      Files.write(started(), parts.stream().map(Part::name).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the parts that the last run was to start; none before the first. */
  Set<String> startedParts() {
    try {
      return Files.exists(started()) ? Set.copyOf(Files.readAllLines(started())) : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a run has ever started in it, since it was forgotten. */
  public boolean hasEverRun() {
    return Files.exists(started());
  }

  private Path started() {
    return path.resolve("parts");
  }

  /** The users of the run's broker; nobody's, before the first run. */
  public BrokerUsers brokerUsers() {
    return BrokerUsers.keyedBy(brokerKey());
  }

  /** From what the secrets of the broker's users come; for the eyes of its owner only. */
  Path brokerKey() {
    return path.resolve("broker.key");
  }

  /** With what a client of Kafka comes to the broker as its operator; for the same eyes only. */
  public Path operator() {
    return path.resolve("operator.properties");
  }

  /** The ports of the run. */
  public Path ports() {
    return path.resolve("ports.properties");
  }
}
