package gatehouse.inbox.health;

import gatehouse.journal.health.Figure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@Singleton
class InboxFigures {

  @Produces
  @Singleton
  Figure parked() {
    return new Figure(
        "journal.parked", "events parked with their keys", "SELECT count(*) FROM journal.parked");
  }
}
