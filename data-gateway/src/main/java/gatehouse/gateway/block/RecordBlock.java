package gatehouse.gateway.block;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Keeps a block and tells of it, both or neither. */
@ApplicationScoped
@Clause("G-44")
public class RecordBlock {
  private final Blocks blocks;
  private final BlockEvents events;

  public RecordBlock(Blocks blocks, BlockEvents events) {
    this.blocks = blocks;
    this.events = events;
  }

  /** Records. */
  @Transactional
  public void record(Block block, Caller caller, List<String> clauses) {
    blocks.add(block);
    events.blocked(block, caller, clauses);
  }
}
