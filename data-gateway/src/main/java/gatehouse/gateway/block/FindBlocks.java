package gatehouse.gateway.block;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows blocks to the security team. */
@ApplicationScoped
public class FindBlocks {
  private final Blocks blocks;

  public FindBlocks(Blocks blocks) {
    this.blocks = blocks;
  }

  /** One page, the newest first. */
  @Transactional
  public List<Blocks.Seen> newest(Blocks.Filter filter, @Nullable UUID before, int limit) {
    return blocks.newest(filter, before, limit);
  }

  /** One page, the oldest first. */
  @Transactional
  public List<Blocks.Seen> oldest(Blocks.Filter filter, @Nullable UUID after, int limit) {
    return blocks.oldest(filter, after, limit);
  }

  /** When a block was recorded. */
  @Transactional
  public Optional<Instant> recordedAt(UUID id) {
    return blocks.recordedAt(id);
  }
}
