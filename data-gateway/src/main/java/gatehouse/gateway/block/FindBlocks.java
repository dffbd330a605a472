package gatehouse.gateway.block;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Shows blocks to the security team. */
@ApplicationScoped
public class FindBlocks {
  private final Blocks blocks;

  public FindBlocks(Blocks blocks) {
    this.blocks = blocks;
  }

  /** The newest first. */
  @Transactional
  public List<Block> find(Blocks.Query query) {
    return blocks.find(query);
  }

  /** All since the moment, the oldest first. */
  @Transactional
  public List<Block> since(Instant moment) {
    return blocks.since(moment);
  }
}
