package gatehouse.journal.health;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@Singleton
class JournalFigures {
  private static final String NUMBERED = "(SELECT coalesce(max(seq), 0) FROM journal.leaves)";

  @Produces
  @Singleton
  Figure entries() {
    return new Figure("journal.entries", "entries with a number", "SELECT " + NUMBERED);
  }

  @Produces
  @Singleton
  Figure pending() {
    return new Figure(
        "journal.pending",
        "entries that wait for a number",
        "SELECT count(*) FROM journal.pending");
  }

  @Produces
  @Singleton
  Figure publishLag() {
    return new Figure(
        "journal.publish.lag",
        "numbered entries that the broker has not acknowledged",
        "SELECT " + NUMBERED + " - (SELECT seq FROM journal.published)");
  }
}
