package gatehouse.web.hardening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/**
 * How large a body each path may have, in bytes. Application-scoped, because a provider that needs
 * it is made before the configuration can be read.
 */
@ApplicationScoped
class BodyLimits {
  private final List<Limit> longestFirst;
  private final long otherwise;

  private record Limit(String prefix, long bytes) {}

  BodyLimits(WebConfig config) {
    longestFirst =
        config.bodyLimits().entrySet().stream()
            .map(limit -> new Limit(limit.getKey(), limit.getValue().asLongValue()))
            .sorted(Comparator.comparingInt((Limit limit) -> limit.prefix().length()).reversed())
            .toList();
    otherwise = config.bodyLimit().asLongValue();
  }

  long of(String path) {
    for (Limit limit : longestFirst) {
      if (path.startsWith(limit.prefix())) {
        return limit.bytes();
      }
    }
    return otherwise;
  }
}
