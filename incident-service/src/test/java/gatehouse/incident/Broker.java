package gatehouse.incident;

import gatehouse.embedded.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says on the real broker what another service would say. */
public final class Broker {
  private Broker() {}

  /** The producer's own example of an event of the gateway's. */
  public static String example(String name) {
    return example("data-gateway", name);
  }

  /** The producer's own example. */
  public static String example(String service, String name) {
    try {
      return Files.readString(
          Path.of("..", service, "contracts/events", name + ".v1.example.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Publishes as a service's journal does, and waits for the broker. */
  public static void publish(String topic, String key, String type, String value) {
    Topics.publish(topic, key, type, value);
  }
}
