package gatehouse.incident.witness.store;

import gatehouse.incident.witness.KeptCheckpoint;
import gatehouse.incident.witness.KeptCheckpoints;
import gatehouse.incident.witness.Standing;
import gatehouse.incident.witness.WitnessedLog;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SqlKeptCheckpoints implements KeptCheckpoints {
  private static final List<Standing> TRUSTED =
      Arrays.stream(Standing.values()).filter(Standing::isTrusted).toList();
  private static final List<Standing> ALARMING =
      Arrays.stream(Standing.values()).filter(Standing::isAlarming).toList();

  private final Rows rows;

  SqlKeptCheckpoints(Rows rows) {
    this.rows = rows;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<CheckpointRow, Long> {}

  @Override
  public Optional<String> lockKey(String origin, String ifNone) {
    rows.getEntityManager()
        .createNativeQuery(
            "insert into {h-schema}witnessed_log (origin, verifier_key) values (?1, ?2)"
                + " on conflict do nothing")
        .setParameter(1, origin)
        .setParameter(2, ifNone)
        .executeUpdate();
    LogRow log = rows.getEntityManager().find(LogRow.class, origin, LockModeType.PESSIMISTIC_READ);
    return Optional.ofNullable(log).map(row -> row.verifierKey);
  }

  @Override
  public Optional<KeptCheckpoint> trusted(String origin, long size) {
    return rows.find("origin = ?1 and size = ?2 and standing in ?3", origin, size, TRUSTED)
        .firstResultOptional()
        .map(CheckpointRow::checkpoint);
  }

  @Override
  public Optional<KeptCheckpoint> latestTrusted(String origin) {
    return rows.find("origin = ?1 and standing in ?2", Sort.descending("size"), origin, TRUSTED)
        .firstResultOptional()
        .map(CheckpointRow::checkpoint);
  }

  @Override
  public List<KeptCheckpoint> trustedAfter(String origin, long size, int limit) {
    return rows
        .find(
            "origin = ?1 and size > ?2 and standing in ?3",
            Sort.ascending("size"),
            origin,
            size,
            TRUSTED)
        .page(0, limit)
        .stream()
        .map(CheckpointRow::checkpoint)
        .toList();
  }

  @Override
  public boolean isKept(KeptCheckpoint one) {
    return rows.count(
            "origin = ?1 and size = ?2 and note = ?3", one.origin(), one.size(), one.note())
        > 0;
  }

  @Override
  public void add(KeptCheckpoint checkpoint) {
    rows.persistAndFlush(CheckpointRow.of(checkpoint));
  }

  @Override
  public List<WitnessedLog> logs() {
    return rows.getEntityManager()
        .createQuery(
            """
            select new gatehouse.incident.witness.WitnessedLog(
              c.origin,
              coalesce(max(case when c.standing in :trusted then c.size end), 0L),
              sum(case when c.standing in :trusted then 1L else 0L end),
              sum(case when c.standing in :trusted or c.standing in :alarming then 0L else 1L end),
              sum(case when c.standing in :alarming then 1L else 0L end),
              max(c.keptAt))
            from CheckpointRow c group by c.origin order by c.origin
            """,
            WitnessedLog.class)
        .setParameter("trusted", TRUSTED)
        .setParameter("alarming", ALARMING)
        .getResultList();
  }
}
