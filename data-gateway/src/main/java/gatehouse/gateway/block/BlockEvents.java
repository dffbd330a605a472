package gatehouse.gateway.block;

import gatehouse.gateway.permit.Caller;
import java.util.List;

/** Tells of blocks. */
public interface BlockEvents {
  /** The call was blocked; told in the caller's transaction. */
  void blocked(Block block, Caller caller, List<String> clauses);

  /** A source was blocked so often that somebody must look; opens a draft incident. */
  void flagged(Block latest, long times, Caller caller);

  /** The desk gave a verdict, or went on with a case. */
  void handled(BlockCase handled, Caller by);

  /** A source was shut out. */
  void quarantined(Quarantines.Quarantine quarantine, Caller by);

  /** It may call again. */
  void quarantineEnded(Quarantines.Quarantine quarantine, Caller by);
}
