package gatehouse.admission.application.store;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.application.ApplicationState;
import gatehouse.admission.application.Applications;
import gatehouse.lease.owner.DenyLog;
import gatehouse.lease.owner.DenyLog.Denial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlApplications implements Applications {
  private static final String ADD =
      "insert into ApplicationRow (id, code, vendor, state, revision, document)"
          + " values (:id, :code, :vendor, :state, :revision, :document)"
          + " on conflict do nothing";

  /** What a fact of a lease is about: every standing of one application. */
  private static final String OUT_OF_USE = "APPLICATION";

  private static final String IN_USE = "APPLICATION_CHANGED";

  private final EntityManager entities;
  private final DenyLog denyLog;

  SqlApplications(EntityManager entities, DenyLog denyLog) {
    this.entities = entities;
    this.denyLog = denyLog;
  }

  /** The constraint decides who of two was first; the loser's transaction lives on to say so. */
  @Override
  public boolean add(Application application) {
    ApplicationDocument document = ApplicationDocument.of(application);
    return entities
            .createQuery(ADD)
            .setParameter("id", application.id().value())
            .setParameter("code", application.identity().code())
            .setParameter("vendor", application.identity().vendor())
            .setParameter("state", document.state())
            .setParameter("revision", application.revision())
            .setParameter("document", document)
            .executeUpdate()
        == 1;
  }

  @Override
  public void save(Application application) {
    ApplicationRow row = entities.find(ApplicationRow.class, application.id().value());
    if (row.revision + 1 != application.revision()) {
      throw new OptimisticLockException("The application was changed in between");
    }
    String version = read(row).identity().digest();
    fill(row, application);
    denyLog.add(new Denial(about(application, version), application.id().toString(), null));
  }

  /**
   * A version that was left ends what runs under it, though the application stays in use (G-02).
   */
  private static String about(Application application, String before) {
    boolean stays = application.identity().digest().equals(before);
    return stays && application.state() instanceof ApplicationState.Active ? IN_USE : OUT_OF_USE;
  }

  private void fill(ApplicationRow row, Application application) {
    ApplicationDocument document = ApplicationDocument.of(application);
    row.state = document.state();
    row.revision = application.revision();
    row.document = document;
  }

  private static Application read(ApplicationRow row) {
    return row.document.toApplication(new ApplicationId(row.id), row.revision);
  }

  @Override
  public Optional<Application> find(String code) {
    return idOf(code).flatMap(id -> find(new ApplicationId(id)));
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return Optional.ofNullable(entities.find(ApplicationRow.class, id.value()))
        .map(SqlApplications::read);
  }

  @Override
  public Optional<Application> locked(String code) {
    return idOf(code).flatMap(id -> locked(new ApplicationId(id)));
  }

  /** Refreshed under the lock: what this transaction read before it waited may be stale. */
  @Override
  public Optional<Application> locked(ApplicationId id) {
    entities.flush();
    ApplicationRow row = entities.find(ApplicationRow.class, id.value());
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(read(row));
  }

  @Override
  public List<Application> ofVendor(String creditCode) {
    return entities
        .createQuery(
            "from ApplicationRow a where a.vendor = :vendor order by a.code", ApplicationRow.class)
        .setParameter("vendor", creditCode)
        .getResultStream()
        .map(SqlApplications::read)
        .toList();
  }

  @Override
  public List<Application> all() {
    return entities
        .createQuery("from ApplicationRow a order by a.code", ApplicationRow.class)
        .getResultStream()
        .map(SqlApplications::read)
        .toList();
  }

  private Optional<UUID> idOf(String code) {
    return entities
        .createQuery("select a.id from ApplicationRow a where a.code = :code", UUID.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }
}
