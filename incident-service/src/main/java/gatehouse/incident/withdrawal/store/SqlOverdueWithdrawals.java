package gatehouse.incident.withdrawal.store;

import gatehouse.incident.incident.Incident;
import gatehouse.incident.withdrawal.OverdueWithdrawals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlOverdueWithdrawals implements OverdueWithdrawals {
  private final EntityManager entities;

  SqlOverdueWithdrawals(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  @SuppressWarnings("unchecked") // one column of type uuid
  public Optional<Incident.Id> incidentOf(String withdrawal) {
    return entities
        .createNativeQuery(
            "select incident_id from {h-schema}overdue_withdrawal where withdrawal = :withdrawal",
            UUID.class)
        .setParameter("withdrawal", withdrawal)
        .getResultStream()
        .map(id -> new Incident.Id((UUID) id))
        .findFirst();
  }

  @Override
  public void keep(String withdrawal, Incident.Id incident) {
    entities
        .createNativeQuery(
            "insert into {h-schema}overdue_withdrawal (withdrawal, incident_id)"
                + " values (:withdrawal, :incident)")
        .setParameter("withdrawal", withdrawal)
        .setParameter("incident", incident.value())
        .executeUpdate();
  }
}
