package gatehouse.admission.evaluation.store;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.evaluation.AdmissionCase;
import gatehouse.admission.evaluation.CaseId;
import gatehouse.admission.evaluation.CaseState;
import gatehouse.admission.evaluation.Cases;
import gatehouse.admission.evaluation.Subject;
import gatehouse.lease.owner.DenyLog;
import gatehouse.lease.owner.DenyLog.Denial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;

@ApplicationScoped
class SqlCases implements Cases {
  /** What a fact of a lease is about: the application's pilot is over. */
  private static final String OUT_OF_USE = "APPLICATION";

  private static final String IN_USE = "APPLICATION_CHANGED";

  private final EntityManager entities;
  private final DenyLog denyLog;

  SqlCases(EntityManager entities, DenyLog denyLog) {
    this.entities = entities;
    this.denyLog = denyLog;
  }

  @Override
  public void add(AdmissionCase admissionCase) {
    CaseRow row = new CaseRow();
    row.id = admissionCase.id().value();
    row.application = admissionCase.subject().application().value();
    row.vendor = admissionCase.subject().vendor();
    row.digest = admissionCase.subject().digest();
    row.scenario = admissionCase.subject().scenario();
    fill(row, admissionCase);
    entities.persist(row);
  }

  @Override
  public void save(AdmissionCase admissionCase) {
    CaseRow row = entities.find(CaseRow.class, admissionCase.id().value());
    if (row.revision + 1 != admissionCase.revision()) {
      throw new OptimisticLockException("The case was changed in between");
    }
    boolean ran = row.state.equals(CaseState.Piloting.class.getSimpleName());
    fill(row, admissionCase);
    boolean runs = admissionCase.state() instanceof CaseState.Piloting;
    // Nothing of a case but a running pilot is a standing of its application.
    if (ran || runs) {
      String about = runs ? IN_USE : OUT_OF_USE;
      denyLog.add(new Denial(about, admissionCase.subject().application().toString(), null));
    }
  }

  private void fill(CaseRow row, AdmissionCase admissionCase) {
    CaseDocument document = CaseDocument.of(admissionCase);
    row.state = document.state();
    row.vetoedHash = admissionCase.vetoedHash().orElse(null);
    row.revision = admissionCase.revision();
    row.document = document;
  }

  private static AdmissionCase read(CaseRow row) {
    return row.document.toCase(new CaseId(row.id), row.revision);
  }

  @Override
  public Optional<AdmissionCase> find(CaseId id) {
    return Optional.ofNullable(entities.find(CaseRow.class, id.value())).map(SqlCases::read);
  }

  /** Refreshed under the lock: what this transaction read before it waited may be stale. */
  @Override
  public Optional<AdmissionCase> locked(CaseId id) {
    entities.flush();
    CaseRow row = entities.find(CaseRow.class, id.value());
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(read(row));
  }

  /** Ids are drawn in order of time (UUIDv7). */
  @Override
  public Optional<AdmissionCase> latestOf(ApplicationId application) {
    return entities
        .createQuery(
            "from CaseRow c where c.application = :application order by c.id desc", CaseRow.class)
        .setParameter("application", application.value())
        .setMaxResults(1)
        .getResultStream()
        .map(SqlCases::read)
        .findFirst();
  }

  @Override
  public boolean vetoed(Subject subject, String bundleHash) {
    return entities
            .createQuery(
                "select count(*) from CaseRow c where c.vendor = :vendor and c.digest = :digest"
                    + " and c.scenario = :scenario and c.vetoedHash = :hash",
                Long.class)
            .setParameter("vendor", subject.vendor())
            .setParameter("digest", subject.digest())
            .setParameter("scenario", subject.scenario())
            .setParameter("hash", bundleHash)
            .getSingleResult()
        > 0;
  }
}
