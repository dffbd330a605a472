package gatehouse.consent.notice.store;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.notice.Notice;
import gatehouse.consent.notice.Notices;
import gatehouse.lease.owner.DenyLog;
import gatehouse.lease.owner.DenyLog.Denial;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Notices in PostgreSQL. */
@ApplicationScoped
class SqlNotices implements Notices {
  /** What a fact of a lease is about: all answers about one application. */
  private static final String ABOUT = "APPLICATION_CHANGED";

  private final Rows rows;
  private final DenyLog denyLog;

  SqlNotices(Rows rows, DenyLog denyLog) {
    this.rows = rows;
    this.denyLog = denyLog;
  }

  @Override
  public void add(Notice notice) {
    rows.persist(NoticeRow.of(notice));
    denyLog.add(new Denial(ABOUT, notice.application().value(), null));
  }

  @Override
  public Optional<Notice> at(ApplicationCode application, Instant time) {
    return rows.find(
            "application = ?1 and publishedAt <= ?2 order by version desc",
            application.value(),
            time)
        .firstResultOptional()
        .map(NoticeRow::notice);
  }

  @Override
  public void lock(ApplicationCode application) {
    rows.getEntityManager()
        .createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 2))")
        .setParameter(1, application.value())
        .getSingleResult();
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<NoticeRow, UUID> {}
}
