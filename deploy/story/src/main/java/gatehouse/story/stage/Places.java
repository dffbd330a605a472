package gatehouse.story.stage;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of one running suite are. Always on loopback.
 *
 * @param operator the launcher's description of the broker's operator; null for a story that never
 *     asks the broker
 */
public record Places(Map<Part, Integer> ports, @Nullable Path operator) {
  private static final String OPERATOR = "GATEHOUSE_KAFKA_OPERATOR";

  public Places {
    ports = Map.copyOf(ports);
  }

  /**
   * Where the launcher says they are.
   *
   * @param environment the variables that the launcher gives to the demo; a part that they do not
   *     name is at its usual port
   */
  public static Places in(Map<String, String> environment) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String place = environment.get(part.variable());
      ports.put(part, place == null ? part.usualPort() : portIn(place));
    }
    String operator = environment.get(OPERATOR);
    return new Places(ports, operator == null ? null : Path.of(operator));
  }

  /**
   * With what Kafka's clients come to the broker as its operator, address included.
   *
   * @throws StoryBroken when nobody said who that is
   */
  public Map<String, Object> broker() {
    if (operator == null) {
      throw new StoryBroken(OPERATOR + " names no file that the launcher wrote");
    }
    Properties settings = new Properties();
    try (Reader in = Files.newBufferedReader(operator)) {
      settings.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> broker = new HashMap<>();
    settings.forEach((name, value) -> broker.put(name.toString(), value));
    return broker;
  }

  int portOf(Part part) {
    return ports.getOrDefault(part, part.usualPort());
  }

  /** The address of a path of a part. */
  public URI of(Part part, String path) {
    return URI.create("http://" + authority(part) + path);
  }

  /** Host and port of a part. */
  public String authority(Part part) {
    return "127.0.0.1:" + portOf(part);
  }

  private static int portIn(String place) {
    return URI.create(place.contains("://") ? place : "tcp://" + place).getPort();
  }
}
