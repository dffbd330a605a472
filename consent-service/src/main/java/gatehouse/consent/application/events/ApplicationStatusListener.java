package gatehouse.consent.application.events;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.consent.application.Admitted;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.LearnApplication;
import gatehouse.consent.application.Tier;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Learns the tier of applications and what stands behind their codes, as admission-service
 * publishes them.
 */
@ApplicationScoped
@Clause("G-34")
class ApplicationStatusListener implements Receiver {
  private static final String TYPE = "gatehouse.admission.application.status-changed.v1";

  private final LearnApplication learnApplication;

  ApplicationStatusListener(LearnApplication learnApplication) {
    this.learnApplication = learnApplication;
  }

  @Override
  public String topic() {
    return "admission.application.v1";
  }

  @Override
  public void receive(ReceivedEvent event) {
    JsonNode data = event.data();
    JsonNode tier = data.path("tier");
    // Until it has a tier an application is not learned, and counts as HIGH.
    if (!event.type().equals(TYPE) || !tier.isTextual()) {
      return;
    }
    learnApplication.learn(
        required(data, "applicationId"),
        new ApplicationCode(required(data, "application")),
        tier(tier.asText()),
        admitted(data),
        event.version());
  }

  private static Admitted admitted(JsonNode data) {
    return new Admitted(
        data.path("product").textValue(),
        data.path("digest").textValue(),
        data.path("vendor").textValue(),
        data.path("department").textValue());
  }

  private static Tier tier(String text) {
    return switch (text) {
      case "LOW" -> Tier.LOW;
      case "MEDIUM" -> Tier.MEDIUM;
      // A word that this version does not know must not lower what is asked of us.
      default -> Tier.HIGH;
    };
  }

  private static String required(JsonNode data, String field) {
    JsonNode value = data.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("status-changed lacks " + field);
    }
    return value.asText();
  }
}
