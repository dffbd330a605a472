package gatehouse.incident.application.events;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.KnownApplications;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.application.Tier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the copy of admission-service's applications up to date. Reads leniently: what it does not
 * understand is unknown, and unknown is taken for the more dangerous.
 */
@ApplicationScoped
class ApplicationStatusReceiver implements Receiver {
  private static final String TYPE = "gatehouse.admission.application.status-changed.v1";

  private final KnownApplications applications;

  ApplicationStatusReceiver(KnownApplications applications) {
    this.applications = applications;
  }

  @Override
  public String topic() {
    return "admission.application.v1";
  }

  @Override
  public void receive(ReceivedEvent event) {
    if (TYPE.equals(event.type())) {
      applications.keepIfNewer(application(event.data(), event.version()));
    }
  }

  static KnownApplication application(JsonNode data, long version) {
    return new KnownApplication(
        required(data, "applicationId"),
        required(data, "application"),
        required(data, "status"),
        tier(text(data, "tier")),
        text(data, "digest"),
        text(data, "product"),
        text(data, "vendor"),
        text(data, "department"),
        plan(data.path("failover")),
        version);
  }

  private static @Nullable Tier tier(@Nullable String name) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static FailoverPlan plan(JsonNode failover) {
    String backup = text(failover, "backup");
    boolean hasBackup = "BACKUP".equals(text(failover, "mode")) && backup != null;
    return new FailoverPlan(
        hasBackup ? FailoverPlan.Mode.BACKUP : FailoverPlan.Mode.MANUAL,
        hasBackup ? backup : null,
        route(failover.path("manualRoute")));
  }

  private static @Nullable ManualRoute route(JsonNode route) {
    String zh = text(route, "zh");
    String en = text(route, "en");
    return zh == null || en == null ? null : new ManualRoute(zh, en);
  }

  /** Without it the event says nothing; refusing parks it where somebody sees it. */
  private static String required(JsonNode data, String field) {
    String value = text(data, field);
    if (value == null) {
      throw new IllegalArgumentException("an application's status without " + field);
    }
    return value;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }
}
