package gatehouse.incident.incident.events;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.Person;
import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.Level;
import gatehouse.incident.incident.ReportIncident;
import gatehouse.incident.incident.ReportedFacts;
import gatehouse.journal.ReceivedEvent;
import gatehouse.journal.Receiver;
import gatehouse.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/**
 * Opens a draft when a step behind a withdrawal is not done in time: the withdrawal itself holds,
 * so it is a hazard (level IV). Told once for each step, and received once by the inbox.
 */
@ApplicationScoped
@Clause("E-40")
class OverdueWithdrawalReceiver implements Receiver {
  private static final String ESCALATED = "gatehouse.consent.withdrawal.step-escalated.v1";
  private static final Person CONSENT = new Person("consent-service", Set.of("SERVICE"), null);

  private final ReportIncident reportIncident;
  private final Messages messages;
  private final Clock clock;

  OverdueWithdrawalReceiver(ReportIncident reportIncident, Messages messages, Clock clock) {
    this.reportIncident = reportIncident;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "consent.withdrawal.v1";
  }

  @Override
  public void receive(ReceivedEvent event) {
    if (ESCALATED.equals(event.type())) {
      reportIncident.draft(facts(event), new Act(CONSENT, "SERVICE", clock.instant()));
    }
  }

  private ReportedFacts facts(ReceivedEvent event) {
    JsonNode data = event.data();
    return new ReportedFacts(
        null,
        null,
        null,
        Category.DELAY,
        Level.IV,
        null,
        messages
            .text("draft.OVERDUE_WITHDRAWAL")
            .formatted(
                data.path("withdrawalId").asText(),
                data.path("step").asText(),
                data.path("owner").asText()),
        null,
        event.time(),
        null,
        ReportedFacts.Detection.MONITOR);
  }
}
