package gatehouse.incident.incident.store;

import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.IncidentState;
import gatehouse.incident.incident.Incidents;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlIncidents implements Incidents {
  private static final List<IncidentState.IncidentStateName> ALL =
      List.of(IncidentState.IncidentStateName.values());

  private final Rows rows;

  SqlIncidents(Rows rows) {
    this.rows = rows;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<IncidentRow, UUID> {}

  @Override
  public void add(Incident incident) {
    rows.persist(IncidentRow.of(incident));
  }

  @Override
  public Optional<Incident> find(Incident.Id id) {
    return rows.findByIdOptional(id.value()).map(IncidentRow::incident);
  }

  @Override
  public Optional<Incident> lock(Incident.Id id) {
    return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
        .map(IncidentRow::incident);
  }

  @Override
  public void save(Incident incident) {
    rows.findById(incident.id().value()).take(incident);
  }

  @Override
  public List<Incident> latest(
      List<IncidentState.IncidentStateName> states, Incident.@Nullable Id before, int limit) {
    List<IncidentState.IncidentStateName> wanted = states.isEmpty() ? ALL : states;
    PanacheQuery<IncidentRow> found =
        before == null
            ? rows.find("state in ?1 order by id desc", wanted)
            : rows.find("state in ?1 and id < ?2 order by id desc", wanted, before.value());
    return found.page(0, limit).stream().map(IncidentRow::incident).toList();
  }
}
