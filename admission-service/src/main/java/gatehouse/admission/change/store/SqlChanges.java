package gatehouse.admission.change.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
      "insert into admission.change_case (id, application, digest, state, revision, document)"
          + " values (:id, :application, :digest, :state, :revision, cast(:document as jsonb))"
          + " on conflict do nothing";

  private final EntityManager entities;
  private final ObjectMapper json;

  SqlChanges(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /** The constraint decides who of two was first; the loser's transaction lives on to say so. */
  @Override
  public boolean add(ChangeCase change) {
    return entities
            .createNativeQuery(ADD)
            .setParameter("id", change.id().value())
            .setParameter("application", change.application().value())
            .setParameter("digest", change.next().digest())
            .setParameter("state", change.state().name())
            .setParameter("revision", change.revision())
            .setParameter("document", written(change))
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
    row.document = written(change);
  }

  private String written(ChangeCase change) {
    try {
      return json.writeValueAsString(ChangeDocument.of(change));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every change case can be written", e);
    }
  }

  private ChangeCase read(ChangeRow row) {
    try {
      return json.readValue(row.document, ChangeDocument.class)
          .toChange(new ChangeId(row.id), new ApplicationId(row.application), row.revision);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A change case row cannot be read: " + row.id, e);
    }
  }

  @Override
  public Optional<ChangeCase> find(ChangeId id) {
    return Optional.ofNullable(entities.find(ChangeRow.class, id.value())).map(this::read);
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
