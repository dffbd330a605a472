package gatehouse.gateway.block.store;

import gatehouse.gateway.block.Block;
import gatehouse.gateway.block.BlockCase;
import gatehouse.gateway.block.Blocks;
import gatehouse.gateway.block.CaseState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlBlocks implements Blocks {
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
  public List<Seen> newest(Filter filter, @Nullable UUID before, int limit) {
    return page(Where.of(filter).and("b.id < :before", "before", before), "desc", limit);
  }

  @Override
  public List<Seen> oldest(Filter filter, @Nullable UUID after, int limit) {
    return page(Where.of(filter).and("b.id > :after", "after", after), "asc", limit);
  }

  private List<Seen> page(Where where, String order, int limit) {
    TypedQuery<Tuple> query =
        rows.getEntityManager()
            .createQuery(
                "select b as block, c.state as state from BlockRow b left join BlockCaseRow c"
                    + " on c.block = b.id where "
                    + where.conditions
                    + " order by b.id "
                    + order,
                Tuple.class);
    where.parameters.forEach(query::setParameter);
    return query.setMaxResults(limit).getResultList().stream().map(SqlBlocks::seen).toList();
  }

  private static Seen seen(Tuple row) {
    CaseState.Name state = row.get("state", CaseState.Name.class);
    return new Seen(
        row.get("block", BlockRow.class).toBlock(),
        state == null ? DeskState.NEW : DeskState.valueOf(state.name()));
  }

  /** Conditions on a block {@code b} and its case {@code c}, which may be missing. */
  private static final class Where {
    private final StringBuilder conditions = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();

    static Where of(Filter filter) {
      Where where =
          new Where()
              .and("b.application = :application", "application", filter.application())
              .and("b.client = :client", "client", filter.client())
              .and("b.zone = :zone", "zone", filter.zone())
              .and("b.reason = :reason", "reason", filter.reason())
              .and("b.at >= :since", "since", filter.since())
              .and("b.at < :until", "until", filter.until());
      if (filter.state() == DeskState.NEW) {
        where.conditions.append(" and c.block is null");
        return where;
      }
      return where.and(
          "c.state = :state",
          "state",
          filter.state() == null ? null : CaseState.Name.valueOf(filter.state().name()));
    }

    Where and(String condition, String parameter, @Nullable Object value) {
      if (value != null) {
        conditions.append(" and ").append(condition);
        parameters.put(parameter, value);
      }
      return this;
    }
  }

  @Override
  public Optional<Instant> recordedAt(UUID id) {
    return rows.findByIdOptional(id).map(row -> row.at);
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
}
