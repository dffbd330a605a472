package gatehouse.consent.notice.store;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.notice.Notice;
import gatehouse.consent.notice.Notices;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Notices in PostgreSQL. */
@ApplicationScoped
class SqlNotices implements Notices {
  private final Rows rows;

  SqlNotices(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(Notice notice) {
    rows.persist(NoticeRow.of(notice));
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
