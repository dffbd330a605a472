package gatehouse.incident.witness;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.Person;
import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.Level;
import gatehouse.incident.incident.ReportIncident;
import gatehouse.incident.incident.ReportedFacts;
import gatehouse.web.Ids;
import gatehouse.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;

/** Opens the incident of level II that a broken journal is: one for each break, told how often. */
@ApplicationScoped
@Clause("E-11")
public class OpenBreak {
  private static final Person WITNESS = new Person("incident-service", Set.of("SERVICE"), null);

  private final JournalBreaks breaks;
  private final ReportIncident reportIncident;
  private final Messages messages;
  private final Ids ids;
  private final Clock clock;

  OpenBreak(
      JournalBreaks breaks,
      ReportIncident reportIncident,
      Messages messages,
      Ids ids,
      Clock clock) {
    this.breaks = breaks;
    this.reportIncident = reportIncident;
    this.messages = messages;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  public void open(JournalBreak what) {
    Incident.Id id = new Incident.Id(ids.next());
    if (breaks.add(what, id.value())) {
      reportIncident.reportAs(id, facts(what), new Act(WITNESS, "SERVICE", clock.instant()));
    }
  }

  private ReportedFacts facts(JournalBreak what) {
    return new ReportedFacts(
        null,
        null,
        null,
        Category.JOURNAL_BREAK,
        Level.II,
        null,
        messages.text("break.TEXT").formatted(what.origin(), what.kind(), what.first()),
        null,
        clock.instant(),
        null,
        ReportedFacts.Detection.MONITOR);
  }
}
