package gatehouse.gateway.block;

import gatehouse.gateway.permit.Caller;
import java.util.List;

/** Tells of blocks. */
public interface BlockEvents {
  /** The call was blocked; told in the caller's transaction. */
  void blocked(Block block, Caller caller, List<String> clauses);
}
