package gatehouse.consent.application.store;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Applications;
import gatehouse.consent.application.KnownApplication;
import gatehouse.lease.owner.DenyLog;
import gatehouse.lease.owner.DenyLog.Denial;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Applications in PostgreSQL. */
@ApplicationScoped
class SqlApplications implements Applications {
  /** What a fact of a lease is about: all answers about one application. */
  private static final String ABOUT = "APPLICATION_CHANGED";

  private final Rows rows;
  private final DenyLog denyLog;

  SqlApplications(Rows rows, DenyLog denyLog) {
    this.rows = rows;
    this.denyLog = denyLog;
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
      denyLog.add(new Denial(ABOUT, application.code().value(), null));
    }
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ApplicationRow, ApplicationRow.Key> {}
}
