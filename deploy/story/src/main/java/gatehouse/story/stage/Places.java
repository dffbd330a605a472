package gatehouse.story.stage;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Where the parts of one running suite are. Always on loopback. */
public record Places(Map<Part, Integer> ports) {
  public Places {
    ports = Map.copyOf(ports);
  }

  /**
   * Where the launcher says they are.
   *
   * @param environment the variables that the launcher gives to every process; a part that they do
   *     not name is at its usual port
   */
  public static Places in(Map<String, String> environment) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String place = environment.get(part.variable());
      ports.put(part, place == null ? part.usualPort() : portIn(place));
    }
    return new Places(ports);
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
