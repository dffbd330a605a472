package gatehouse.admission.change.store;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.change.ChangeCase;
import gatehouse.admission.change.ChangeId;
import gatehouse.admission.change.ChangeState;
import gatehouse.admission.change.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;

@ApplicationScoped
class SqlChanges implements Changes {
  private static final String ADD =
      "insert into ChangeRow (id, application, digest, state, revision, document)"
          + " values (:id, :application, :digest, :state, :revision, :document)"
          + " on conflict do nothing";

  private final EntityManager entities;

  SqlChanges(EntityManager entities) {
    this.entities = entities;
  }

  /** The constraint decides who of two was first; the loser's transaction lives on to say so. */
  @Override
  public boolean add(ChangeCase change) {
    return entities
            .createQuery(ADD)
            .setParameter("id", change.id().value())
            .setParameter("application", change.application().value())
            .setParameter("digest", change.next().digest())
            .setParameter("state", change.state().name())
            .setParameter("revision", change.revision())
            .setParameter("document", ChangeDocument.of(change))
            .executeUpdate()
        == 1;
  }

  @Override
  public void save(ChangeCase change) {
    ChangeRow row = entities.find(ChangeRow.class, change.id().value());
    if (row.revision + 1 != change.revision()) {
      throw new OptimisticLockException("The change case was changed in between");
    }
    row.state = change.state().name();
    row.revision = change.revision();
    row.document = ChangeDocument.of(change);
  }

  private static ChangeCase read(ChangeRow row) {
    return row.document.toChange(
        new ChangeId(row.id), new ApplicationId(row.application), row.revision);
  }

  @Override
  public Optional<ChangeCase> find(ChangeId id) {
    return Optional.ofNullable(entities.find(ChangeRow.class, id.value())).map(SqlChanges::read);
  }

  /** Refreshed under the lock: what this transaction read before it waited may be stale. */
  @Override
  public Optional<ChangeCase> locked(ChangeId id) {
    entities.flush();
    ChangeRow row = entities.find(ChangeRow.class, id.value());
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(read(row));
  }

  @Override
  public boolean isUnderReview(ApplicationId application) {
    return entities
            .createQuery(
                "select count(c) from ChangeRow c"
                    + " where c.application = :application and c.state = :state",
                Long.class)
            .setParameter("application", application.value())
            .setParameter("state", ChangeState.UNDER_REVIEW.name())
            .getSingleResult()
        > 0;
  }
}
