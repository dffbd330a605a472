package gatehouse.embedded;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the broker's and the issuer's several hundred start-up lines out of a test's output;
 * warnings stay.
 */
final class QuietLogs {
  /** Held, because java.util.logging forgets the level of a logger that nobody refers to. */
  private static final List<Logger> QUIETED =
      List.of(
          quieted("kafka", Level.WARNING),
          quieted("state.change.logger", Level.SEVERE),
          quieted("org.apache.kafka", Level.WARNING),
          // Warns, on its first start, that the new folder is empty.
          quieted("org.apache.kafka.controller", Level.SEVERE),
          // Tells at every start that a client's setting is unknown to some inner client.
          quieted("org.apache.kafka.common.config.AbstractConfig", Level.SEVERE),
          quieted("org.apache.kafka.clients.consumer.internals", Level.SEVERE),
          quieted("no.nav.security", Level.WARNING),
          quieted("mockwebserver3", Level.WARNING),
          quieted("okhttp3.mockwebserver", Level.WARNING),
          quieted("io.zonky.test", Level.WARNING));

  private QuietLogs() {}

  /** Has its effect when the class is loaded; returns how many loggers it speaks for. */
  static int settle() {
    // The broker brings Log4j's face without its back-end, which complains unless told.
    System.setProperty("log4j.provider", "org.apache.logging.log4j.simple.internal.SimpleProvider");
    return QUIETED.size();
  }

  private static Logger quieted(String name, Level level) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(level);
    return logger;
  }
}
