package gatehouse.admission.recovery.store;

import gatehouse.admission.recovery.RecoveryCase;
import gatehouse.admission.recovery.RecoveryCases;
import gatehouse.admission.recovery.RecoveryId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;

@ApplicationScoped
class SqlRecoveryCases implements RecoveryCases {
  private static final String ADD =
      "insert into RecoveryRow"
          + " (id, stop, suiteReport, clinicalReport, state, revision, document)"
          + " values (:id, :stop, :suite, :clinical, :state, :revision, :document)"
          + " on conflict do nothing";

  private final EntityManager entities;

  SqlRecoveryCases(EntityManager entities) {
    this.entities = entities;
  }

  /** The indexes decide who of two was first; the loser's transaction lives on to say so. */
  @Override
  public boolean add(RecoveryCase recoveryCase) {
    return entities
            .createQuery(ADD)
            .setParameter("id", recoveryCase.id().value())
            .setParameter("stop", recoveryCase.matter().stop())
            .setParameter("suite", recoveryCase.matter().reports().suite())
            .setParameter("clinical", recoveryCase.matter().reports().clinical())
            .setParameter("state", recoveryCase.state().standing().name())
            .setParameter("revision", recoveryCase.revision())
            .setParameter("document", RecoveryDocument.of(recoveryCase))
            .executeUpdate()
        == 1;
  }

  @Override
  public void save(RecoveryCase recoveryCase) {
    RecoveryRow row = entities.find(RecoveryRow.class, recoveryCase.id().value());
    if (row.revision + 1 != recoveryCase.revision()) {
      throw new OptimisticLockException("The recovery case was changed in between");
    }
    row.state = recoveryCase.state().standing().name();
    row.revision = recoveryCase.revision();
    row.document = RecoveryDocument.of(recoveryCase);
  }

  private static RecoveryCase read(RecoveryRow row) {
    return row.document.toCase(new RecoveryId(row.id), row.revision);
  }

  @Override
  public Optional<RecoveryCase> find(RecoveryId id) {
    return Optional.ofNullable(entities.find(RecoveryRow.class, id.value()))
        .map(SqlRecoveryCases::read);
  }

  /** Refreshed under the lock: what this transaction read before it waited may be stale. */
  @Override
  public Optional<RecoveryCase> locked(RecoveryId id) {
    entities.flush();
    RecoveryRow row = entities.find(RecoveryRow.class, id.value());
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(read(row));
  }

  /** Ids are drawn in order of time (UUIDv7). */
  @Override
  public Optional<RecoveryCase> latestOf(String stop) {
    return entities
        .createQuery(
            "from RecoveryRow c where c.stop = :stop order by c.id desc", RecoveryRow.class)
        .setParameter("stop", stop)
        .setMaxResults(1)
        .getResultStream()
        .map(SqlRecoveryCases::read)
        .findFirst();
  }
}
