package gatehouse.admission.training.store;

import gatehouse.admission.training.AssessmentWindow;
import gatehouse.admission.training.Competence;
import gatehouse.admission.training.Trainings;
import gatehouse.lease.owner.DenyLog;
import gatehouse.lease.owner.DenyLog.Denial;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

@ApplicationScoped
class SqlTrainings implements Trainings {
  /** What a fact of a lease is about: every standing of one user, under a pseudonym. */
  private static final String ABOUT = "USER";

  private static final String ISSUER = "user";

  private final EntityManager entities;
  private final DenyLog denyLog;
  private final Pseudonyms pseudonyms;

  SqlTrainings(EntityManager entities, DenyLog denyLog, Pseudonyms pseudonyms) {
    this.entities = entities;
    this.denyLog = denyLog;
    this.pseudonyms = pseudonyms;
  }

  @Override
  public void add(Competence competence) {
    CompetenceRow row = new CompetenceRow();
    row.staff = competence.user();
    row.product = competence.product();
    row.validUntil = competence.validUntil();
    entities.persist(row);
  }

  @Override
  public void add(AssessmentWindow window) {
    WindowRow row = new WindowRow();
    row.staff = window.user();
    row.starts = window.from();
    row.ends = window.to();
    entities.persist(row);
    denyLog.add(new Denial(ABOUT, pseudonyms.of(ISSUER, window.user()).value(), null));
  }

  @Override
  public List<Competence> competencesOf(String user, String product) {
    return entities
        .createQuery(
            "from CompetenceRow c where c.staff = :staff and c.product = :product",
            CompetenceRow.class)
        .setParameter("staff", user)
        .setParameter("product", product)
        .getResultStream()
        .map(row -> new Competence(row.staff, row.product, row.validUntil))
        .toList();
  }

  @Override
  public List<AssessmentWindow> windowsOf(String user) {
    return entities
        .createQuery("from WindowRow w where w.staff = :staff", WindowRow.class)
        .setParameter("staff", user)
        .getResultStream()
        .flatMap(WindowRow::toWindow)
        .toList();
  }
}
