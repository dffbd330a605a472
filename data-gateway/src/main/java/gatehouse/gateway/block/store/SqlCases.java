package gatehouse.gateway.block.store;

import gatehouse.gateway.block.BlockCase;
import gatehouse.gateway.block.CaseState;
import gatehouse.gateway.block.Cases;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlCases implements Cases {
  private final Rows rows;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<BlockCaseRow, UUID> {}

  SqlCases(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(BlockCase opened) {
    rows.persist(BlockCaseRow.of(opened));
  }

  @Override
  public Optional<BlockCase> lock(UUID block) {
    return rows.findByIdOptional(block, LockModeType.PESSIMISTIC_WRITE)
        .map(BlockCaseRow::blockCase);
  }

  @Override
  public void save(BlockCase changed) {
    rows.findById(changed.block()).take(changed);
  }

  @Override
  @Transactional
  public List<BlockCase> find(
      CaseState.@Nullable Name state,
      BlockCase.@Nullable Verdict verdict,
      @Nullable UUID before,
      int limit) {
    StringBuilder where = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    if (state != null) {
      where.append(" and state = :state");
      parameters.put("state", state);
    }
    if (verdict != null) {
      where.append(" and verdict = :verdict");
      parameters.put("verdict", verdict);
    }
    if (before != null) {
      where.append(" and block < :before");
      parameters.put("before", before);
    }
    return rows.find(where + " order by block desc", parameters).page(0, limit).list().stream()
        .map(BlockCaseRow::blockCase)
        .toList();
  }
}
