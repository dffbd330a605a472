package gatehouse.gateway.output.store;

import gatehouse.gateway.output.Output;
import gatehouse.gateway.output.OutputLedger;
import gatehouse.gateway.output.OutputState;
import gatehouse.journal.append.NewRow;
import gatehouse.journal.append.NewRows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class SqlOutputs implements OutputLedger {
  private static final String SHOWN =
      """
      insert into {h-schema}output_showing (output_id, physician_ref, shown_at)
      values (?1, ?2, ?3) on conflict (output_id, physician_ref) do nothing\
      """;
  private static final String FIRST_SHOWN =
      "select shown_at from {h-schema}output_showing where output_id = ?1 and physician_ref = ?2";

  private static final String HASTY =
      """
      insert into {h-schema}hasty_decision (output_id, version, decision, physician_ref,
        application, reading_millis, decided_at)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7)\
      """;
  private static final String PACES =
      """
      select h.physician_ref as physician_ref,
        count(*) filter (where h.decision = 'CONFIRMED') as confirmed,
        count(*) filter (where h.decision = 'EDITED') as edited,
        count(*) filter (where h.decision = 'REJECTED') as rejected,
        (select count(*) from {h-schema}output o where o.physician_ref = h.physician_ref
          and o.judged_at >= ?1 and o.judged_at < ?2) as outputs,
        min(h.reading_millis) as shortest, max(h.decided_at) as latest
      from {h-schema}hasty_decision h
      where h.decided_at >= ?1 and h.decided_at < ?2
      group by h.physician_ref
      order by count(*) desc, h.physician_ref\
      """;

  private final Rows rows;
  private final EntityManager database;
  private final NewRows newRows;
  private final NewRow.Table table;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<OutputRow, UUID> {}

  SqlOutputs(
      Rows rows,
      EntityManager database,
      NewRows newRows,
      @ConfigProperty(name = "gatehouse.database") String schema) {
    this.rows = rows;
    this.database = database;
    this.newRows = newRows;
    this.table = OutputInsert.in(schema);
  }

  @Override
  public void add(Output output) {
    newRows.write(new OutputInsert(table, output));
  }

  @Override
  public Optional<Output> find(UUID id) {
    return rows.findByIdOptional(id).map(OutputRow::output);
  }

  @Override
  public Optional<Output> lock(UUID id) {
    return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(OutputRow::output);
  }

  @Override
  public void save(Output output) {
    rows.findById(output.id()).take(output);
  }

  @Override
  public List<Output> find(Query query) {
    StringBuilder where = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    if (query.state() != null) {
      where.append(" and state = :state");
      parameters.put("state", query.state());
    }
    if (query.state() == OutputState.OutputStateName.PENDING) {
      // Whoever asks for these wants to decide, and about what is erased nobody can.
      where.append(" and erasedAt is null");
    }
    if (query.application() != null) {
      where.append(" and origin.application = :application");
      parameters.put("application", query.application());
    }
    if (query.userRef() != null) {
      where.append(" and userRef = :userRef");
      parameters.put("userRef", query.userRef());
    }
    if (query.hasty()) {
      where.append(" and judgement.hasty = true");
    }
    if (query.registeredBefore() != null) {
      where.append(" and registeredAt < :registeredBefore");
      parameters.put("registeredBefore", query.registeredBefore());
    }
    if (query.before() != null) {
      where.append(" and id < :before");
      parameters.put("before", query.before());
    }
    return rows.find(where + " order by id desc", parameters).page(0, query.limit()).stream()
        .map(OutputRow::output)
        .toList();
  }

  @Override
  public Optional<Instant> lastJudgement(String physicianRef) {
    return rows.find("judgement.physicianRef = ?1 order by judgement.judgedAt desc", physicianRef)
        .firstResultOptional()
        .map(row -> row.judgement == null ? null : row.judgement.judgedAt);
  }

  @Override
  public void shown(UUID id, String physicianRef, Instant at) {
    database
        .createNativeQuery(SHOWN)
        .setParameter(1, id)
        .setParameter(2, physicianRef)
        .setParameter(3, at)
        .executeUpdate();
  }

  @Override
  public Optional<Instant> firstShown(UUID id, String physicianRef) {
    List<?> found =
        database
            .createNativeQuery(FIRST_SHOWN, Instant.class)
            .setParameter(1, id)
            .setParameter(2, physicianRef)
            .getResultList();
    return found.stream().findFirst().map(Instant.class::cast);
  }

  @Override
  public void wasHasty(Haste haste) {
    database
        .createNativeQuery(HASTY)
        .setParameter(1, haste.output())
        .setParameter(2, haste.version())
        .setParameter(3, haste.decision().name())
        .setParameter(4, haste.by().physicianRef())
        .setParameter(5, haste.application())
        .setParameter(6, haste.by().reading().toMillis())
        .setParameter(7, haste.by().at())
        .executeUpdate();
  }

  @Override
  @Transactional
  public List<Pace> paces(Instant since, Instant until, int limit) {
    List<?> rows =
        database
            .createNativeQuery(PACES, Tuple.class)
            .setParameter(1, since)
            .setParameter(2, until)
            .setMaxResults(limit)
            .getResultList();
    return rows.stream().map(Tuple.class::cast).map(SqlOutputs::pace).toList();
  }

  private static Pace pace(Tuple row) {
    return new Pace(
        row.get("physician_ref", String.class),
        row.get("confirmed", Long.class),
        row.get("edited", Long.class),
        row.get("rejected", Long.class),
        row.get("outputs", Long.class),
        Duration.ofMillis(row.get("shortest", Long.class)),
        row.get("latest", Instant.class));
  }
}
