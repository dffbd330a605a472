package gatehouse.incident.incident.events;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.Person;
import gatehouse.incident.duty.Roles;
import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.Level;
import gatehouse.incident.incident.ReportIncident;
import gatehouse.incident.incident.ReportedFacts;
import gatehouse.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/**
 * Opens a draft when the gateway held back the same source again and again: somebody pastes records
 * where they do not belong, or a program leaks. Nothing left, so it is a hazard (level IV).
 */
@ApplicationScoped
@Clause("G-46")
class FlaggedSourceReceiver implements Receiver {
  private static final String FLAGGED = "gatehouse.gateway.source.flagged.v1";
  private static final Person GATEWAY =
      new Person("data-gateway", Set.of(Roles.GATEWAY_SYSTEM), null);

  private final ReportIncident reportIncident;
  private final Messages messages;
  private final Clock clock;

  FlaggedSourceReceiver(ReportIncident reportIncident, Messages messages, Clock clock) {
    this.reportIncident = reportIncident;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "gateway.block.v1";
  }

  @Override
  public void receive(ReceivedEvent event) {
    if (FLAGGED.equals(event.type())) {
      reportIncident.draft(facts(event), new Act(GATEWAY, Roles.GATEWAY_SYSTEM, clock.instant()));
    }
  }

  private ReportedFacts facts(ReceivedEvent event) {
    JsonNode data = event.data();
    return new ReportedFacts(
        data.path("application").textValue(),
        null,
        null,
        Category.DATA_LEAK,
        Level.IV,
        null,
        messages
            .text("draft.FLAGGED_SOURCE")
            .formatted(data.path("client").asText(), data.path("times").asLong()),
        null,
        event.time(),
        null,
        ReportedFacts.Detection.GATEWAY);
  }
}
