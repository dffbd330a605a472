package gatehouse.consent.procedure.store;

import gatehouse.consent.procedure.Confirmation;
import gatehouse.consent.procedure.Disposition;
import gatehouse.consent.procedure.Procedure;
import gatehouse.consent.procedure.Procedures;
import gatehouse.consent.procedure.Propagation;
import gatehouse.consent.procedure.Step;
import gatehouse.lease.owner.DenyLog;
import gatehouse.lease.owner.Enforcement;
import gatehouse.lease.owner.Enforcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlProcedures implements Procedures {
  private static final String SELECT =
      """
      select w.id, w.effective_at, w.wish, d.outcome, d.law, d.proof, d.disposed_at,
             c.channel, c.text_digest, c.confirmed_at
      from {h-schema}withdrawal w
      left join {h-schema}withdrawal_disposition d on d.withdrawal_id = w.id
      left join {h-schema}withdrawal_confirmation c on c.withdrawal_id = w.id
      where w.kind = 'WITHDRAWAL'
      """;

  private final EntityManager entities;
  private final DenyLog denyLog;
  private final Enforcements enforcements;

  SqlProcedures(EntityManager entities, DenyLog denyLog, Enforcements enforcements) {
    this.entities = entities;
    this.denyLog = denyLog;
    this.enforcements = enforcements;
  }

  @Override
  public Optional<Procedure> find(UUID withdrawal) {
    return rows(
            entities
                .createNativeQuery(SELECT + " and w.id = ?1", Object[].class)
                .setParameter(1, withdrawal))
        .stream()
        .findFirst();
  }

  @Override
  public List<Procedure> open(Instant after, UUID afterId, int limit) {
    return rows(
        entities
            .createNativeQuery(
                SELECT
                    + " and c.withdrawal_id is null and (w.effective_at, w.id) > (?1, ?2)"
                    + " order by w.effective_at, w.id limit ?3",
                Object[].class)
            .setParameter(1, after)
            .setParameter(2, afterId)
            .setParameter(3, limit));
  }

  @Override
  public boolean acknowledge(UUID withdrawal, String holder, Instant at) {
    return added(
        "insert into {h-schema}withdrawal_acknowledgement (withdrawal_id, holder, acknowledged_at)"
            + " values (?1, ?2, ?3) on conflict do nothing",
        withdrawal,
        holder,
        at);
  }

  @Override
  public boolean dispose(UUID withdrawal, Disposition disposition) {
    return added(
        "insert into {h-schema}withdrawal_disposition"
            + " (withdrawal_id, outcome, law, proof, disposed_at)"
            + " values (?1, ?2, cast(?3 as text), cast(?4 as text), ?5) on conflict do nothing",
        withdrawal,
        disposition.outcome().name(),
        disposition.law(),
        disposition.proof(),
        disposition.at());
  }

  @Override
  public boolean confirm(UUID withdrawal, Confirmation confirmation) {
    return added(
        "insert into {h-schema}withdrawal_confirmation"
            + " (withdrawal_id, channel, text_digest, confirmed_at)"
            + " values (?1, ?2, ?3, ?4) on conflict do nothing",
        withdrawal,
        confirmation.channel().name(),
        confirmation.textDigest(),
        confirmation.at());
  }

  @Override
  public boolean escalate(UUID withdrawal, Step step, Instant dueAt, int round) {
    return added(
        "insert into {h-schema}withdrawal_escalation (withdrawal_id, step, due_at, round)"
            + " values (?1, ?2, ?3, ?4) on conflict do nothing",
        withdrawal,
        step.name(),
        dueAt,
        round);
  }

  private boolean added(String sql, @Nullable Object... values) {
    Query insert = entities.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      insert.setParameter(i + 1, values[i]);
    }
    return insert.executeUpdate() > 0;
  }

  @SuppressWarnings("unchecked")
  private List<Procedure> rows(Query query) {
    return ((List<Object[]>) query.getResultList()).stream().map(this::procedure).toList();
  }

  private Procedure procedure(Object[] row) {
    UUID id = (UUID) row[0];
    Instant effectiveAt = (Instant) row[1];
    String wish = (String) row[2];
    return new Procedure(
        id,
        effectiveAt,
        wish != null && !wish.equals("STOP_USE"),
        propagation(id, effectiveAt),
        row[3] == null
            ? null
            : new Disposition(
                Disposition.Outcome.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                (Instant) row[6]),
        row[7] == null
            ? null
            : new Confirmation(
                Confirmation.ConfirmationChannel.valueOf((String) row[7]),
                (String) row[8],
                (Instant) row[9]));
  }

  private Propagation propagation(UUID id, Instant effectiveAt) {
    long version = denyLog.versionOf(id);
    // One that no gateway keeps an answer against: there is nobody who could act on it.
    if (version == 0) {
      return new Propagation(effectiveAt, List.of(), acknowledged(id));
    }
    return switch (enforcements.of(version)) {
      case Enforcement.Accepted _, Enforcement.Unconfirmed _ ->
          new Propagation(null, List.of(), acknowledged(id));
      case Enforcement.Enforced(long _, Instant at, List<Enforcement.Holder> holders) ->
          new Propagation(
              at,
              holders.stream()
                  .map(h -> new Propagation.Gateway(h.holder(), h.how().name(), h.at()))
                  .toList(),
              acknowledged(id));
    };
  }

  @SuppressWarnings("unchecked")
  private Map<String, Instant> acknowledged(UUID id) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select holder, acknowledged_at from {h-schema}withdrawal_acknowledgement"
                    + " where withdrawal_id = ?1",
                Object[].class)
            .setParameter(1, id)
            .getResultList();
    Map<String, Instant> found = new HashMap<>();
    rows.forEach(row -> found.put((String) row[0], (Instant) row[1]));
    return found;
  }
}
