package gatehouse.incident.withdrawal.events;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.Person;
import gatehouse.incident.withdrawal.EscalateWithdrawal;
import gatehouse.incident.withdrawal.OverdueStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/** Each escalation is told once and received once by the inbox. */
@ApplicationScoped
class OverdueWithdrawalReceiver implements Receiver {
  private static final String ESCALATED = "gatehouse.consent.withdrawal.step-escalated.v1";
  private static final Person CONSENT = new Person("consent-service", Set.of("SERVICE"), null);

  private final EscalateWithdrawal escalateWithdrawal;
  private final Clock clock;

  OverdueWithdrawalReceiver(EscalateWithdrawal escalateWithdrawal, Clock clock) {
    this.escalateWithdrawal = escalateWithdrawal;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "consent.withdrawal.v1";
  }

  @Override
  public void receive(ReceivedEvent event) {
    if (ESCALATED.equals(event.type())) {
      escalateWithdrawal.escalate(step(event), new Act(CONSENT, "SERVICE", clock.instant()));
    }
  }

  private static OverdueStep step(ReceivedEvent event) {
    JsonNode data = event.data();
    return new OverdueStep(
        data.path("withdrawalId").asText(),
        data.path("step").asText(),
        data.path("owner").asText(),
        event.time());
  }
}
