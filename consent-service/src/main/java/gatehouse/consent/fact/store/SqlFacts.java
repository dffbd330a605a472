package gatehouse.consent.fact.store;

import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Facts;
import gatehouse.consent.fact.Said;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.lease.owner.DenyLog;
import gatehouse.lease.owner.DenyLog.Denial;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Facts in PostgreSQL. */
@ApplicationScoped
class SqlFacts implements Facts {
  private static final String SAID_NO = "SUBJECT";
  private static final String SAID_YES = "SUBJECT_CHANGED";

  private final Rows rows;
  private final DenyLog denyLog;

  SqlFacts(Rows rows, DenyLog denyLog) {
    this.rows = rows;
    this.denyLog = denyLog;
  }

  /** Whatever may turn a yes that a gateway keeps into a no ends what it keeps. */
  @Override
  public void add(Fact fact) {
    rows.persist(FactRow.of(fact));
    switch (fact.said()) {
      case Said.No _ -> denyLog.add(new Denial(SAID_NO, fact.subject().value(), fact.id()));
      // A newer yes may name fewer categories than the one before it: what is kept is asked again.
      case Said.Granted _ -> denyLog.add(new Denial(SAID_YES, fact.subject().value(), fact.id()));
      case Said.Accepted _, Said.SpokenYes _, Said.NoticeShown _, Said.NoticeGiven _ -> {
        // These only ever permit more.
      }
    }
  }

  @Override
  public List<Fact> of(SubjectRef subject) {
    return rows.list("subjectRef = ?1 order by signedAt, recordedAt, id", subject.value()).stream()
        .map(FactRow::fact)
        .toList();
  }

  @Override
  public void lock(SubjectRef subject) {
    EntityManager entities = rows.getEntityManager();
    entities
        .createNativeQuery("INSERT INTO {h-schema}subject VALUES (?1) ON CONFLICT DO NOTHING")
        .setParameter(1, subject.value())
        .executeUpdate();
    entities
        .createNativeQuery("SELECT 1 FROM {h-schema}subject WHERE subject_ref = ?1 FOR UPDATE")
        .setParameter(1, subject.value())
        .getSingleResult();
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<FactRow, UUID> {}
}
