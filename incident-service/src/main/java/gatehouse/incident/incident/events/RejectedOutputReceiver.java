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
import org.jspecify.annotations.Nullable;

/**
 * Opens a draft when a physician rejected an AI's output as a hallucination or a logical fallacy:
 * one click at the screen is enough (G-47, G-48). What a physician caught is a hazard (level IV)
 * until triage says otherwise.
 */
@ApplicationScoped
@Clause({"G-47", "G-48"})
class RejectedOutputReceiver implements Receiver {
  private static final String REJECTED = "gatehouse.gateway.output.rejected.v1";
  private static final Set<String> REPORTABLE =
      Set.of(Category.HALLUCINATION.name(), Category.LOGIC_FALLACY.name());
  private static final Person GATEWAY =
      new Person("data-gateway", Set.of(Roles.GATEWAY_SYSTEM), null);

  private final ReportIncident reportIncident;
  private final Messages messages;
  private final Clock clock;

  RejectedOutputReceiver(ReportIncident reportIncident, Messages messages, Clock clock) {
    this.reportIncident = reportIncident;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "gateway.output.v1";
  }

  @Override
  public void receive(ReceivedEvent event) {
    JsonNode data = event.data();
    String reason = data.path("reason").asText();
    if (REJECTED.equals(event.type()) && REPORTABLE.contains(reason)) {
      reportIncident.draft(
          facts(event, Category.valueOf(reason)),
          new Act(GATEWAY, Roles.GATEWAY_SYSTEM, clock.instant()));
    }
  }

  private ReportedFacts facts(ReceivedEvent event, Category category) {
    JsonNode data = event.data();
    String subjectRef = text(data, "subjectRef");
    return new ReportedFacts(
        text(data, "application"),
        text(data, "productDigest"),
        subjectRef == null ? null : new ReportedFacts.PatientContext(subjectRef, null),
        category,
        Level.IV,
        null,
        messages.text("draft." + category).formatted(event.subject()),
        null,
        event.time(),
        null,
        ReportedFacts.Detection.GATEWAY);
  }

  private static @Nullable String text(JsonNode data, String name) {
    return data.path(name).textValue();
  }
}
