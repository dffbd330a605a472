package gatehouse.incident.witness.store;

import gatehouse.incident.witness.JournalBreak;
import gatehouse.incident.witness.JournalBreaks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

@ApplicationScoped
class SqlJournalBreaks implements JournalBreaks {
  private final EntityManager entities;

  SqlJournalBreaks(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public boolean add(JournalBreak what, UUID incident) {
    return entities
            .createNativeQuery(
                "insert into {h-schema}journal_break (origin, kind, first, incident_id)"
                    + " values (?1, ?2, ?3, ?4) on conflict do nothing")
            .setParameter(1, what.origin())
            .setParameter(2, what.kind())
            .setParameter(3, what.first())
            .setParameter(4, incident)
            .executeUpdate()
        > 0;
  }
}
