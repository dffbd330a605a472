package gatehouse.gateway.block;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All cases of the security desk. */
public interface Cases {
  void add(BlockCase opened);

  /** The case, locked until the transaction ends. */
  Optional<BlockCase> lock(UUID block);

  void save(BlockCase changed);

  /**
   * The newest blocks first; null means any.
   *
   * @param before only cases of blocks older than this one
   */
  List<BlockCase> find(
      CaseState.@Nullable Name state,
      BlockCase.@Nullable Verdict verdict,
      @Nullable UUID before,
      int limit);
}
