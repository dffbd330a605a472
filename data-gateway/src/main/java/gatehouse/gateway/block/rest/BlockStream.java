package gatehouse.gateway.block.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.gateway.block.Block;
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
import java.util.HashSet;
import java.util.Set;
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

  /** Writes each block once, until the reader goes (an IOException) or the service ends. */
  void follow(OutputStream out) throws IOException {
    Instant begin = clock.instant();
    Set<UUID> told = new HashSet<>();
    int looks = 0;
    out.write(SIGN_OF_LIFE);
    out.flush();
    while (!isClosing()) {
      Instant from = clock.instant().minus(OVERLAP);
      boolean wrote = false;
      for (Block block : findBlocks.since(from.isBefore(begin) ? begin : from)) {
        if (told.add(block.id())) {
          out.write(event(block));
          wrote = true;
        }
      }
      if (wrote || ++looks % LOOKS_PER_SIGN_OF_LIFE == 0) {
        out.write(SIGN_OF_LIFE);
        out.flush();
      }
    }
  }

  private byte[] event(Block block) throws IOException {
    String data = json.writeValueAsString(BlockView.of(block));
    return ("id: " + block.id() + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
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
