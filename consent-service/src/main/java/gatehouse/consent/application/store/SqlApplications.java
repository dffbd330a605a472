package gatehouse.consent.application.store;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Applications;
import gatehouse.consent.application.KnownApplication;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Applications in PostgreSQL. */
@ApplicationScoped
class SqlApplications implements Applications {
  private final Rows rows;

  SqlApplications(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<KnownApplication> knownAt(ApplicationCode code, Instant time) {
    return rows.find("code = ?1 and learnedAt <= ?2 order by version desc", code.value(), time)
        .firstResultOptional()
        .map(ApplicationRow::known);
  }

  @Override
  public void add(KnownApplication application) {
    ApplicationRow.Key key = new ApplicationRow.Key(application.id(), application.version());
    if (rows.findByIdOptional(key).isEmpty()) {
      rows.persist(ApplicationRow.of(application));
    }
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ApplicationRow, ApplicationRow.Key> {}
}
