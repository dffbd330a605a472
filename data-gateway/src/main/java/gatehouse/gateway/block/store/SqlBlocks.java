package gatehouse.gateway.block.store;

import gatehouse.gateway.block.Block;
import gatehouse.gateway.block.BlockCase;
import gatehouse.gateway.block.Blocks;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class SqlBlocks implements Blocks {
  private static final int MOST_AT_ONCE = 500;

  /** Reasons that lie in what was sent, not in how this house is set up. */
  private static final List<String> BECAUSE_OF_DATA =
      List.of(
          "RAW_EGRESS",
          "IDENTIFIER_FOUND",
          "SENSITIVE",
          "FIELD_NOT_ALLOWED",
          "MEDIA_NOT_ALLOWED",
          "REMOTE_CONTENT",
          "HOSTED_TOOL",
          "STORED_CONVERSATION",
          "TOKEN_IDS");

  private final Rows rows;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<BlockRow, UUID> {}

  SqlBlocks(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(Block block) {
    rows.persist(BlockRow.of(block));
  }

  @Override
  public List<Block> find(Query query) {
    StringBuilder where = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    if (query.application() != null) {
      where.append(" and application = :application");
      parameters.put("application", query.application());
    }
    if (query.reason() != null) {
      where.append(" and reason = :reason");
      parameters.put("reason", query.reason());
    }
    if (query.since() != null) {
      where.append(" and at >= :since");
      parameters.put("since", query.since());
    }
    if (query.before() != null) {
      where.append(" and id < :before");
      parameters.put("before", query.before());
    }
    return rows.find(where + " order by id desc", parameters).page(0, query.limit()).list().stream()
        .map(BlockRow::toBlock)
        .toList();
  }

  @Override
  public boolean exists(UUID id) {
    return rows.count("id", id) > 0;
  }

  @Override
  public long countTrue(String client, Instant since) {
    rows.flush();
    return rows.count(
        "from BlockRow b where b.client = ?1 and b.at >= ?2 and b.reason in ?3 and not exists"
            + " (select 1 from BlockCaseRow c where c.block = b.id and c.verdict <> ?4)",
        client,
        since,
        BECAUSE_OF_DATA,
        BlockCase.Verdict.TRUE_BLOCK);
  }

  @Override
  public List<Block> since(Instant moment) {
    return rows
        .find("at >= :moment order by id", Map.of("moment", moment))
        .page(0, MOST_AT_ONCE)
        .list()
        .stream()
        .map(BlockRow::toBlock)
        .toList();
  }
}
