package gatehouse.incident.restart.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.incident.restart.PanelDecision;
import gatehouse.incident.restart.PanelDecisions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how admission-service's recovery cases were decided. What cannot be read is refused and
 * parked: the stop it was about stays in force.
 */
@ApplicationScoped
class PanelDecisionReceiver implements Receiver {
  private static final String DECIDED = "gatehouse.admission.recovery.decided.v1";

  private final PanelDecisions decisions;
  private final ObjectMapper json;

  PanelDecisionReceiver(PanelDecisions decisions, ObjectMapper json) {
    this.decisions = decisions;
    this.json = json;
  }

  /** What this service reads of the event; a missing part makes it unreadable. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record DecidedData(
      UUID roundId,
      UUID stopId,
      Boolean approved,
      List<Restarting> restarts,
      String suiteReport,
      String clinicalReport) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Restarting(String digest) {}

    boolean isWhole() {
      return isThere(roundId)
          && isThere(stopId)
          && isThere(approved)
          && isThere(restarts)
          && restarts.stream().allMatch(each -> isThere(each) && isThere(each.digest()))
          && isThere(suiteReport)
          && isThere(clinicalReport);
    }

    private static boolean isThere(@Nullable Object part) {
      return part != null;
    }

    PanelDecision of(UUID caseId) {
      return new PanelDecision(
          caseId,
          roundId,
          stopId,
          approved,
          restarts.stream().map(Restarting::digest).collect(Collectors.toUnmodifiableSet()),
          new PanelDecision.Reports(suiteReport, clinicalReport));
    }
  }

  @Override
  public String topic() {
    return "admission.case.v1";
  }

  @Override
  @Clause("G-55")
  public void receive(ReceivedEvent event) {
    if (DECIDED.equals(event.type())) {
      decisions.keep(read(event).of(UUID.fromString(event.subject())));
    }
  }

  private DecidedData read(ReceivedEvent event) {
    try {
      DecidedData data = json.treeToValue(event.data(), DecidedData.class);
      if (data.isWhole()) {
        return data;
      }
    } catch (JsonProcessingException _) {
      // Neither message nor cause: both may quote free text.
    }
    throw new IllegalArgumentException("a panel's decision that cannot be read");
  }
}
