package gatehouse.gateway.recall.store;

import gatehouse.gateway.recall.Recall;
import gatehouse.gateway.recall.Recalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Computed from the stops at every question: a flag could be overwritten, a row cannot be missed.
 * What the register does not know of an output counts as covered.
 *
 * <p>An output counts from its permit, whose id (RFC 9562, version 7) says when it was given, and
 * not from its end: a stream that a stop cut off is registered behind it. Until a lease has run out
 * a gateway that has not heard of the stop gives permits.
 */
@ApplicationScoped
class SqlRecalls implements Recalls {
  private static final String ADD =
      """
      insert into {h-schema}recall (stop_id, kind, value, recalled_at)
      values (?1, ?2, ?3, ?4) on conflict (stop_id) do nothing\
      """;
  private static final String PENDING =
      """
      select distinct on (o.id) o.id as output_id, r.stop_id as stop_id, r.recalled_at as since
      from {h-schema}output o join {h-schema}recall r
        on r.recalled_at + make_interval(secs => cast(:lease as double precision))
          >= coalesce(uuid_extract_timestamp(o.permit_id), o.registered_at)
       and (o.judged_at is null or o.judged_at < r.recalled_at)
       and o.state <> 'REJECTED' and o.erased_at is null
       and case r.kind
             when 'ALL' then true
             when 'APPLICATION' then lower(r.value) in (lower(o.application), lower(o.application_id))
             when 'VENDOR' then o.vendor is null or lower(r.value) = lower(o.vendor)
             when 'DEPARTMENT' then o.department is null or lower(r.value) = lower(o.department)
             else o.product is null
               or lower(r.value) in (lower(o.product), lower(o.product_digest))
               or (o.product_digest is null and lower(r.value) like 'sha256:%')
           end\
      """;

  /** An output's last stop stands for all of them: who reads after it has read after each. */
  private static final String LEASE = "lease";

  private static final double MILLIS = 1000;
  private static final String NEWEST_FIRST = " order by o.id desc, r.recalled_at desc";

  private final EntityManager database;
  private final double leaseSeconds;

  SqlRecalls(
      EntityManager database, @ConfigProperty(name = "gatehouse.recall.lease") Duration lease) {
    this.database = database;
    this.leaseSeconds = lease.toMillis() / MILLIS;
  }

  @Override
  @Transactional
  public void add(Recall recall) {
    database
        .createNativeQuery(ADD)
        .setParameter(1, recall.stopId())
        .setParameter(2, recall.kind().name())
        .setParameter(3, recall.value())
        .setParameter(4, recall.at())
        .executeUpdate();
  }

  @Override
  @Transactional
  public List<Recall.Pending> pending(@Nullable UUID before, int limit) {
    String older = before == null ? "" : " and o.id < :before";
    Query query = database.createNativeQuery(PENDING + older + NEWEST_FIRST, Tuple.class);
    query.setParameter(LEASE, leaseSeconds);
    if (before != null) {
      query.setParameter("before", before);
    }
    List<?> rows = query.setMaxResults(limit).getResultList();
    return rows.stream().map(Tuple.class::cast).map(SqlRecalls::pending).toList();
  }

  @Override
  @Transactional
  public boolean isPending(UUID output) {
    return !database
        .createNativeQuery(PENDING + " and o.id = :output", Tuple.class)
        .setParameter(LEASE, leaseSeconds)
        .setParameter("output", output)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private static Recall.Pending pending(Tuple row) {
    return new Recall.Pending(
        row.get("output_id", UUID.class),
        row.get("stop_id", String.class),
        row.get("since", Instant.class));
  }
}
