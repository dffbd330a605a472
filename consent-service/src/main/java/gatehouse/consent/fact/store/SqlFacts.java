package gatehouse.consent.fact.store;

import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Facts;
import gatehouse.consent.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Facts in PostgreSQL. */
@ApplicationScoped
class SqlFacts implements Facts {
  private final Rows rows;

  SqlFacts(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(Fact fact) {
    rows.persist(FactRow.of(fact));
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
