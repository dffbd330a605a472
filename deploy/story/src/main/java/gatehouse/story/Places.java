package gatehouse.story;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Where the parts of one running suite are. Always on loopback. */
record Places(Map<Part, Integer> ports) {
  Places {
    ports = Map.copyOf(ports);
  }

  /** Where {@code ./suite run} puts them. */
  static Places byDefault() {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, part.defaultPort());
    }
    return new Places(ports);
  }

  int portOf(Part part) {
    return ports.getOrDefault(part, part.defaultPort());
  }

  URI of(Part part, String path) {
    return URI.create("http://127.0.0.1:" + portOf(part) + path);
  }
}
