package gatehouse.consent.consent.store;

import gatehouse.consent.consent.Consent;
import gatehouse.consent.consent.Consents;
import gatehouse.consent.subject.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Consents in PostgreSQL. */
@ApplicationScoped
class SqlConsents implements Consents {
  private final Rows rows;

  SqlConsents(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(Consent consent) {
    ConsentRow row = new ConsentRow();
    row.take(consent);
    rows.persist(row);
  }

  @Override
  public void save(Consent consent) {
    rows.findById(consent.id()).take(consent);
  }

  @Override
  public Optional<SubjectRef> subjectOf(UUID id) {
    return rows.find("select subjectRef from ConsentRow where id = ?1", id)
        .project(String.class)
        .firstResultOptional()
        .map(SubjectRef::new);
  }

  @Override
  public Optional<Consent> find(UUID id) {
    return rows.findByIdOptional(id).map(ConsentRow::consent);
  }

  @Override
  public List<Consent> of(SubjectRef subject) {
    return rows.list("subjectRef = ?1 order by presentedAt, id", subject.value()).stream()
        .map(ConsentRow::consent)
        .toList();
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ConsentRow, UUID> {}
}
