package gatehouse.embedded;

import gatehouse.embedded.users.AccessRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A line of {@code deploy/topics.csv}, the one list of the suite's topics.
 *
 * @param name {@code <service>.<feature>.v<major>}
 * @param partitions how many; records of one key keep their order within one
 * @param cleanup what the broker may forget
 * @param writer the only service that may write it
 * @param readers the services that may read it, and no others
 */
public record Topic(
    String name, int partitions, Cleanup cleanup, String writer, Set<String> readers) {
  public Topic {
    readers = Set.copyOf(readers);
  }

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

  private static final String HEADER = "topic,partitions,cleanup,writer,readers";
  private static final String WORD = "[a-z][a-z0-9-]*";

  /**
   * Reads the list.
   *
   * @throws IllegalArgumentException naming the line that is not five columns of the right kind
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

  /** The topics of this checkout that the service may read, by name. */
  public static Set<String> readBy(String service) {
    return ofThisCheckout().stream()
        .filter(topic -> topic.readers.contains(service))
        .map(Topic::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All services that write or read one of the topics. */
  public static Set<String> services(List<Topic> topics) {
    return topics.stream()
        .flatMap(topic -> Stream.concat(Stream.of(topic.writer), topic.readers.stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All that a broker's access rules must allow, and nothing else. */
  public static Set<AclBinding> rules(List<Topic> topics) {
    Stream<AclBinding> written =
        topics.stream().flatMap(topic -> AccessRules.writes(topic.writer, topic.name));
    Stream<AclBinding> read =
        topics.stream()
            .flatMap(topic ->
                topic.readers.stream().flatMap(reader -> AccessRules.reads(reader, topic.name)));
    Stream<AclBinding> groups =
        topics.stream()
            .flatMap(topic -> topic.readers.stream())
            .distinct()
            .flatMap(AccessRules::ownGroups);
    return Stream.of(written, read, groups)
        .flatMap(rules -> rules)
        .collect(Collectors.toUnmodifiableSet());
  }

  NewTopic toCreate() {
    // One broker only: a replication factor above one could never be met.
    return new NewTopic(name, partitions, (short) 1).configs(cleanup.settings());
  }

  private static Topic parse(String line) {
    String[] columns = line.split(",", -1);
    if (columns.length != 5
        || !columns[1].matches("[1-9][0-9]{0,3}")
        || !columns[3].matches(WORD)
        || !columns[4].matches("(" + WORD + "( " + WORD + ")*)?")) {
      throw new IllegalArgumentException("Not " + HEADER + ": " + line);
    }
    Cleanup cleanup =
        switch (columns[2]) {
          case "delete" -> Cleanup.DELETE;
          case "compact" -> Cleanup.COMPACT;
          case "forever" -> Cleanup.FOREVER;
          default -> throw new IllegalArgumentException("Unknown cleanup: " + line);
        };
    Set<String> readers =
        columns[4].isEmpty() ? Set.of() : new TreeSet<>(List.of(columns[4].split(" ")));
    return new Topic(columns[0], Integer.parseInt(columns[1]), cleanup, columns[3], readers);
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
