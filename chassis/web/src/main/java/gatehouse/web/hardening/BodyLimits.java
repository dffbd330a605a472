package gatehouse.web.hardening;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Map;

/**
 * How large a body each path may have, in bytes. Application-scoped, because a provider that needs
 * it is made before the configuration can be read.
 */
@ApplicationScoped
class BodyLimits {
  private final WebConfig config;

  BodyLimits(WebConfig config) {
    this.config = config;
  }

  long of(String path) {
    return config.bodyLimits().entrySet().stream()
        .filter(limit -> path.startsWith(limit.getKey()))
        .max(Comparator.comparingInt(limit -> limit.getKey().length()))
        .map(Map.Entry::getValue)
        .map(MemorySize::asLongValue)
        .orElse(config.bodyLimit().asLongValue());
  }
}
