package gatehouse.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A line of {@code deploy/topics.csv}, the one list of the suite's topics.
 *
 * @param name {@code <service>.<feature>.v<major>}
 * @param partitions how many; records of one key keep their order within one
 * @param cleanup what the broker may forget
 * @param writer the only service that may write it
 */
public record Topic(String name, int partitions, Cleanup cleanup, String writer) {
  /** What the broker may forget. */
  public enum Cleanup {
    /** Everything past the broker's retention. */
    DELETE,
    /** All but the last record of each key: for copies of state that only warm caches. */
    COMPACT,
    /** Nothing: lifting one stop must never hide another. */
    FOREVER;

    private Map<String, String> settings() {
      return switch (this) {
        case DELETE -> Map.of("cleanup.policy", "delete");
        case COMPACT -> Map.of("cleanup.policy", "compact");
        case FOREVER ->
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
      };
    }
  }

  private static final String HEADER = "topic,partitions,cleanup,writer";

  /**
   * Reads the list.
   *
   * @throws IllegalArgumentException naming the line that is not four columns of the right kind
   */
  public static List<Topic> listedIn(Path file) {
    List<String> lines = read(file);
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new IllegalArgumentException(file + " must begin with " + HEADER);
    }
    return lines.stream().skip(1).filter(line -> !line.isBlank()).map(Topic::parse).toList();
  }

  /** The list of this checkout, {@code deploy/topics.csv}. */
  public static List<Topic> ofThisCheckout() {
    return listedIn(Checkout.root().resolve("deploy").resolve("topics.csv"));
  }

  NewTopic toCreate() {
    // One broker only: a replication factor above one could never be met.
    return new NewTopic(name, partitions, (short) 1).configs(cleanup.settings());
  }

  private static Topic parse(String line) {
    String[] columns = line.split(",", -1);
    if (columns.length != 4 || !columns[1].matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("Not " + HEADER + ": " + line);
    }
    Cleanup cleanup =
        switch (columns[2]) {
          case "delete" -> Cleanup.DELETE;
          case "compact" -> Cleanup.COMPACT;
          case "forever" -> Cleanup.FOREVER;
          default -> throw new IllegalArgumentException("Unknown cleanup: " + line);
        };
    return new Topic(columns[0], Integer.parseInt(columns[1]), cleanup, columns[3]);
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
