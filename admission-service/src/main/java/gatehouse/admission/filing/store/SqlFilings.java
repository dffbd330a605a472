package gatehouse.admission.filing.store;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.filing.Filing;
import gatehouse.admission.filing.FilingId;
import gatehouse.admission.filing.Filings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;

@ApplicationScoped
class SqlFilings implements Filings {
  private final EntityManager entities;
  private final HospitalDay day;

  SqlFilings(EntityManager entities, HospitalDay day) {
    this.entities = entities;
    this.day = day;
  }

  @Override
  public void add(Filing filing) {
    FilingRow row = new FilingRow();
    row.id = filing.id().value();
    row.application = filing.application().value();
    fill(row, filing);
    entities.persist(row);
  }

  @Override
  public void save(Filing filing) {
    FilingRow row = entities.find(FilingRow.class, filing.id().value());
    if (row.revision + 1 != filing.revision()) {
      throw new OptimisticLockException("The filing was changed in between");
    }
    fill(row, filing);
  }

  private void fill(FilingRow row, Filing filing) {
    FilingDocument document = FilingDocument.of(filing);
    row.state = document.state();
    row.number = document.number();
    row.revision = filing.revision();
    row.document = document;
  }

  private static Filing read(FilingRow row) {
    return row.document.toFiling(
        new FilingId(row.id), new ApplicationId(row.application), row.revision);
  }

  @Override
  public Optional<Filing> find(FilingId id) {
    return Optional.ofNullable(entities.find(FilingRow.class, id.value())).map(SqlFilings::read);
  }

  /** Refreshed under the lock: what this transaction read before it waited may be stale. */
  @Override
  public Optional<Filing> locked(FilingId id) {
    entities.flush();
    FilingRow row = entities.find(FilingRow.class, id.value());
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(read(row));
  }

  /** Ids are drawn in order of time (UUIDv7). */
  @Override
  public Optional<Filing> latestOf(ApplicationId application) {
    return entities
        .createQuery(
            "from FilingRow f where f.application = :application order by f.id desc",
            FilingRow.class)
        .setParameter("application", application.value())
        .setMaxResults(1)
        .getResultStream()
        .map(SqlFilings::read)
        .findFirst();
  }

  /** From a sequence: a filing that is rolled back leaves a gap, never a number given twice. */
  @Override
  public String nextNumber() {
    Object next =
        entities
            .createNativeQuery("select nextval('admission.filing_number')", Long.class)
            .getSingleResult();
    return "AI-F-%d-%06d".formatted(day.today().getYear(), ((Number) next).longValue());
  }
}
