package gatehouse.consent.notice.store;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Tier;
import gatehouse.consent.notice.Notice;
import gatehouse.consent.text.TextDigest;
import gatehouse.consent.text.Wording;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A version of a notice; inserted and never changed. */
@Entity
@Table(name = "notice")
@org.hibernate.annotations.Immutable
class NoticeRow {
  @Id UUID id;
  String application;
  int version;

  @Enumerated(EnumType.STRING)
  Tier tier;

  String zh;
  String en;
  String digest;

  @Column(name = "published_at")
  Instant publishedAt;

  static NoticeRow of(Notice notice) {
    NoticeRow row = new NoticeRow();
    row.id = notice.id();
    row.application = notice.application().value();
    row.version = notice.version();
    row.tier = notice.tier();
    row.zh = notice.wording().zh();
    row.en = notice.wording().en();
    row.digest = notice.digest().value();
    row.publishedAt = notice.publishedAt();
    return row;
  }

  Notice notice() {
    return new Notice(
        id,
        new ApplicationCode(application),
        tier,
        version,
        new Wording(zh, en),
        new TextDigest(digest),
        publishedAt);
  }
}
