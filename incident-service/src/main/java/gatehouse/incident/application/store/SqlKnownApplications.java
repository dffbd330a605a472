package gatehouse.incident.application.store;

import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.KnownApplications;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SqlKnownApplications implements KnownApplications {
  private final Rows rows;

  SqlKnownApplications(Rows rows) {
    this.rows = rows;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<KnownApplicationRow, String> {}

  @Override
  public Optional<KnownApplication> withCode(String code) {
    return rows.find("lower(code) = lower(?1)", code)
        .firstResultOptional()
        .map(KnownApplicationRow::application);
  }

  @Override
  public List<KnownApplication> all() {
    return rows.find("order by code").stream().map(KnownApplicationRow::application).toList();
  }

  @Override
  public void keepIfNewer(KnownApplication application) {
    KnownApplicationRow known = rows.findById(application.id(), LockModeType.PESSIMISTIC_WRITE);
    if (known == null) {
      KnownApplicationRow row = new KnownApplicationRow();
      row.take(application);
      rows.persist(row);
    } else if (known.version < application.version()) {
      known.take(application);
    }
  }
}
