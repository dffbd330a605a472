package gatehouse.gateway.block;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps a block and tells of it, both or neither; tells of a source that is blocked repeatedly. */
@ApplicationScoped
@Clause("G-44")
public class RecordBlock {
  private final Blocks blocks;
  private final BlockEvents events;
  private final int often;
  private final Duration within;

  public RecordBlock(
      Blocks blocks,
      BlockEvents events,
      @ConfigProperty(name = "gatehouse.block.repeated.times") int often,
      @ConfigProperty(name = "gatehouse.block.repeated.within") Duration within) {
    this.blocks = blocks;
    this.events = events;
    this.often = often;
    this.within = within;
  }

  /** Records. */
  @Transactional
  public void record(Block block, Caller caller, List<String> clauses) {
    blocks.add(block);
    events.blocked(block, caller, clauses);
    long times = blocks.countTrue(block.client(), block.at().minus(within));
    // Each time that the number is reached again, not each time after it.
    if (times > 0 && times % often == 0) {
      events.flagged(block, times, caller);
    }
  }
}
