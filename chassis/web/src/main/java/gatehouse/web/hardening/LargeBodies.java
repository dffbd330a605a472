package gatehouse.web.hardening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of large bodies is in memory at once, of all callers together. A limit for each body
 * bounds nothing where a hundred callers send one at a time. Application-scoped for the reason of
 * {@link BodyLimits}.
 */
@ApplicationScoped
class LargeBodies {
  /** What is no larger is not counted: a usual call shall not meet the others here. */
  static final int LARGE = 64 * 1024;

  /** As text, as a tree and cleaned, a body takes several times its own size. */
  private static final int OF_THE_HEAP = 16;

  private final long most;
  private final AtomicLong held = new AtomicLong();

  LargeBodies(WebConfig config) {
    most =
        config
            .largeBodies()
            .map(size -> size.asLongValue())
            .orElse(Runtime.getRuntime().maxMemory() / OF_THE_HEAP);
  }

  /**
   * Whether there is room for so many bytes more; one body alone always finds some.
   *
   * @param already what the same body has taken before
   */
  boolean take(long bytes, long already) {
    long now = held.addAndGet(bytes);
    if (now <= most || now == already + bytes) {
      return true;
    }
    giveBack(bytes);
    return false;
  }

  void giveBack(long bytes) {
    held.addAndGet(-bytes);
  }
}
