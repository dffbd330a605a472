package gatehouse.gateway.reconciliation.store;

import gatehouse.gateway.reconciliation.Reconciliation;
import gatehouse.gateway.reconciliation.Reconciliation.Finding;
import gatehouse.gateway.reconciliation.Reconciliation.Kind;
import gatehouse.gateway.reconciliation.Reconciliations;
import gatehouse.gateway.reconciliation.WriteBack;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlReconciliations implements Reconciliations {
  private static final String RELEASED_NOT_WRITTEN =
      """
      select o.id, o.application, t.spent_at as since
      from {h-schema}release_token t join {h-schema}output o on o.id = t.output_id
      where t.spent_at < :released and not exists (
        select 1 from {h-schema}write_back w
        where w.output_id = t.output_id and w.content_digest = t.content_digest)\
      """;
  private static final String WRITTEN_UNRELEASED =
      """
      select o.id, o.application, w.written_at as since
      from {h-schema}write_back w join {h-schema}output o on o.id = w.output_id
      where not exists (
        select 1 from {h-schema}release_token t
        where t.output_id = w.output_id and t.content_digest = w.content_digest
          and t.spent_at is not null)
      and %s exists (
        select 1 from {h-schema}release_token t
        where t.output_id = w.output_id and t.spent_at is not null)\
      """;
  private static final String WRITTEN_THEN_REJECTED =
      """
      select o.id, o.application, o.judged_at as since
      from {h-schema}output o
      where o.state = 'REJECTED' and exists (
        select 1 from {h-schema}write_back w where w.output_id = o.id)\
      """;
  private static final String PENDING_TOO_LONG =
      """
      select o.id, o.application, o.registered_at as since
      from {h-schema}output o
      where o.state = 'PENDING' and o.erased_at is null and o.registered_at < :registered\
      """;
  private static final String LOST =
      """
      select o.id, o.application, o.registered_at as since
      from {h-schema}output o
      where o.state = 'LOST' and o.erased_at is null\
      """;
  private static final Map<Kind, String> QUERIES =
      new EnumMap<>(
          Map.of(
              Kind.RELEASED_NOT_WRITTEN, RELEASED_NOT_WRITTEN,
              Kind.WRITTEN_NOT_RELEASED, WRITTEN_UNRELEASED.formatted("not"),
              Kind.WRITTEN_OTHER_CONTENT, WRITTEN_UNRELEASED.formatted(""),
              Kind.WRITTEN_THEN_REJECTED, WRITTEN_THEN_REJECTED,
              Kind.PENDING_TOO_LONG, PENDING_TOO_LONG,
              Kind.LOST, LOST));

  private final WriteBacks writeBacks;
  private final Nights nights;
  private final EntityManager database;

  /** Panache stays in here. */
  @ApplicationScoped
  static class WriteBacks implements PanacheRepositoryBase<WriteBackRow, UUID> {}

  /** And here. */
  @ApplicationScoped
  static class Nights implements PanacheRepositoryBase<ReconciliationRow, LocalDate> {}

  SqlReconciliations(WriteBacks writeBacks, Nights nights, EntityManager database) {
    this.writeBacks = writeBacks;
    this.nights = nights;
    this.database = database;
  }

  @Override
  public void add(WriteBack writeBack) {
    writeBacks.persist(WriteBackRow.of(writeBack));
  }

  @Override
  public List<Finding> find(Instant releasedBefore, Instant registeredBefore, int limit) {
    List<Finding> found = new ArrayList<>();
    QUERIES.forEach((kind, sql) -> {
      Query query =
          database
              .createNativeQuery(sql + " order by since, o.id", Tuple.class)
              .setMaxResults(limit);
      if (kind == Kind.RELEASED_NOT_WRITTEN) {
        query.setParameter("released", releasedBefore);
      }
      if (kind == Kind.PENDING_TOO_LONG) {
        query.setParameter("registered", registeredBefore);
      }
      List<?> rows = query.getResultList();
      rows.stream().map(Tuple.class::cast).map(row -> finding(kind, row)).forEach(found::add);
    });
    return found;
  }

  private static Finding finding(Kind kind, Tuple row) {
    return new Finding(
        kind,
        row.get("id", UUID.class),
        row.get("application", String.class),
        row.get("since", Instant.class));
  }

  /** Two replicas at once: the lock lets one look, and the other finds the day done. */
  @Override
  public boolean keep(Reconciliation reconciliation) {
    database
        .createNativeQuery("select pg_advisory_xact_lock(hashtext('reconciliation'))", Object.class)
        .getSingleResult();
    if (of(reconciliation.day()).isPresent()) {
      return false;
    }
    nights.persist(ReconciliationRow.of(reconciliation));
    return true;
  }

  @Override
  public Optional<Reconciliation> of(LocalDate day) {
    return nights.findByIdOptional(day).map(ReconciliationRow::reconciliation);
  }

  @Override
  public Optional<Reconciliation> latest() {
    return nights
        .find("order by day desc")
        .firstResultOptional()
        .map(ReconciliationRow::reconciliation);
  }
}
