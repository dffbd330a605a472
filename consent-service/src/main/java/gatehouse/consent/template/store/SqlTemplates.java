package gatehouse.consent.template.store;

import gatehouse.consent.template.Template;
import gatehouse.consent.template.Templates;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Templates in PostgreSQL. */
@ApplicationScoped
class SqlTemplates implements Templates {
  private final Rows rows;

  SqlTemplates(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(Template template) {
    TemplateRow row = new TemplateRow();
    row.take(template);
    rows.persist(row);
  }

  @Override
  public void save(Template template) {
    rows.findById(template.id()).take(template);
    // At once: a form that is superseded must be written before the one that takes its place.
    rows.flush();
  }

  @Override
  public Optional<Template> find(UUID id) {
    return rows.findByIdOptional(id).map(TemplateRow::template);
  }

  @Override
  public Optional<Template> locked(UUID id) {
    return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(TemplateRow::template);
  }

  @Override
  public Optional<Template> published(UUID scopeId) {
    return rows.find("scopeId = ?1 and state = 'PUBLISHED'", scopeId)
        .firstResultOptional()
        .map(TemplateRow::template);
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<TemplateRow, UUID> {}
}
