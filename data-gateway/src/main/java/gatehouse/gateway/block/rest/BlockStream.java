package gatehouse.gateway.block.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.gateway.block.Blocks;
import gatehouse.gateway.block.FindBlocks;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Follows the table rather than this process: the security desk sees what every replica of the
 * gateway blocks. Each look overlaps the one before, so that a commit that came late is not missed.
 */
@ApplicationScoped
class BlockStream {
  private static final Duration LOOK = Duration.ofMillis(400);
  private static final Duration OVERLAP = Duration.ofSeconds(10);
  private static final int PAGE = 500;
  private static final int LOOKS_PER_SIGN_OF_LIFE = 12;
  private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final FindBlocks findBlocks;
  private final ObjectMapper json;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);

  BlockStream(FindBlocks findBlocks, ObjectMapper json, Clock clock) {
    this.findBlocks = findBlocks;
    this.json = json;
    this.clock = clock;
  }

  void close(@Observes ShutdownEvent event) {
    closing.countDown();
  }

  /**
   * Writes each block once, from the filter's beginning or from now on, until the reader goes (an
   * IOException) or the service ends.
   */
  void follow(OutputStream out, Blocks.Filter filter) throws IOException {
    Instant since = filter.since();
    tell(out, filter, since == null ? clock.instant() : since);
  }

  /**
   * The same for a reader that was away since it saw a block that was recorded at this moment. What
   * was committed shortly before may come twice, under the same id; nothing is left out.
   */
  void goOn(OutputStream out, Blocks.Filter filter, Instant lastSeen) throws IOException {
    Instant since = filter.since();
    Instant from = lastSeen.minus(OVERLAP);
    tell(out, filter, since != null && since.isAfter(from) ? since : from);
  }

  private void tell(OutputStream out, Blocks.Filter filter, Instant begin) throws IOException {
    Map<UUID, Instant> told = new HashMap<>();
    Instant looked = begin;
    int looks = 0;
    out.write(SIGN_OF_LIFE);
    out.flush();
    do {
      Instant from = looked.minus(OVERLAP).isBefore(begin) ? begin : looked.minus(OVERLAP);
      looked = clock.instant();
      told.values().removeIf(at -> at.isBefore(from));
      boolean wrote = look(out, filter.since(from), told);
      if (wrote || ++looks % LOOKS_PER_SIGN_OF_LIFE == 0) {
        out.write(SIGN_OF_LIFE);
        out.flush();
      }
    } while (!isClosing());
  }

  /** However many there are: page after page. */
  private boolean look(OutputStream out, Blocks.Filter filter, Map<UUID, Instant> told)
      throws IOException {
    boolean wrote = false;
    UUID after = null;
    List<Blocks.Seen> page;
    do {
      page = findBlocks.oldest(filter, after, PAGE);
      for (Blocks.Seen seen : page) {
        after = seen.block().id();
        if (told.put(after, seen.block().at()) == null) {
          out.write(event(seen));
          wrote = true;
        }
      }
    } while (page.size() == PAGE);
    return wrote;
  }

  private byte[] event(Blocks.Seen seen) throws IOException {
    String data = json.writeValueAsString(BlockView.of(seen));
    return ("id: " + seen.block().id() + "\ndata: " + data + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private boolean isClosing() {
    try {
      return closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
