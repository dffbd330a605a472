package gatehouse.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What an operator can set about events that come in. */
@ConfigMapping(prefix = "gatehouse.inbox")
public interface InboxSettings {

  /** How often a receiver is tried before the event counts as poison. */
  @WithDefault("3")
  int attempts();

  /** The pause before an event is tried again. */
  @WithDefault("PT0.200S")
  Duration retry();

  /** Events waiting and none taken for so long: the loop has stalled. */
  @WithDefault("PT30S")
  Duration stall();

  /** How often the watchdog looks. */
  @WithDefault("PT5S")
  Duration watch();

  /**
   * Keys for what is parked, each {@code <id>:<32 bytes in Base64>}. The first one seals, all of
   * them open.
   */
  List<String> parkedKeys();

  /** How often the inbox forgets what cannot come again. */
  @WithDefault("PT1H")
  Duration forget();
}
