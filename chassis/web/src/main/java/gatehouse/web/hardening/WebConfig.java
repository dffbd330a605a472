package gatehouse.web.hardening;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** Limits of what is read from callers. */
@ConfigMapping(prefix = "gatehouse.web")
interface WebConfig {
  /** Largest body of any route that has no limit of its own. */
  @WithDefault("256K")
  MemorySize bodyLimit();

  /** Limits by path prefix, such as {@code "/v1/chat"}; the longest prefix that fits rules. */
  Map<String, MemorySize> bodyLimits();

  /**
   * What all bodies over 64 KB that are in memory at one time may have together; whoever comes then
   * is asked to come again. Unless set, a sixteenth of the heap.
   */
  Optional<MemorySize> largeBodies();
}
