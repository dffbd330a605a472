package gatehouse.incident.stop.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.Person;
import gatehouse.incident.duty.Roles;
import gatehouse.incident.stop.IssueResult;
import gatehouse.incident.stop.IssueStop;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopOrder;
import gatehouse.incident.stop.Stops;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Issues a stop of nothing before the service is ready, and takes it back before anybody can see
 * it. The first stop of a process loads hundreds of classes on its way and took up to a second on a
 * busy machine; stops are so rare that each may be the first.
 */
@ApplicationScoped
class StopRehearsal {
  private static final Logger LOG = Logger.getLogger(StopRehearsal.class);
  private static final int TIMES = 2;
  private static final Act NOBODYS =
      new Act(
          new Person("rehearsal", Set.of(Roles.DUTY_MANAGER), null),
          Roles.DUTY_MANAGER,
          Instant.EPOCH);
  private static final String REQUEST =
      """
      {"scope": {"kind": "APPLICATION", "value": "rehearsal"}, "reasonCode": "SECURITY"}\
      """;

  private final IssueStop issueStop;
  private final Stops stops;
  private final StopAnswers answers;
  private final ObjectMapper json;

  StopRehearsal(IssueStop issueStop, Stops stops, StopAnswers answers, ObjectMapper json) {
    this.issueStop = issueStop;
    this.stops = stops;
    this.answers = answers;
    this.json = json;
  }

  // Behind whatever a stop needs, before events are received.
  @ActivateRequestContext
  void start(@Observes @Priority(2900) StartupEvent event) {
    try {
      for (int i = 0; i < TIMES; i++) {
        rehearse();
      }
    } catch (JsonProcessingException | RuntimeException e) {
      // A database that is away must not keep the service from starting; its first stop is slow.
      LOG.warnf("no stop could be rehearsed: %s", e.getClass().getName());
    }
  }

  /** Once, and nothing of it stays. */
  void rehearse() throws JsonProcessingException {
    IssueStopRequest request = json.readValue(REQUEST, IssueStopRequest.class);
    StopOrder order =
        new StopOrder(
            new Stop.Id(new UUID(0, 0)), request.scope().scope(), request.reasonCode(), null);
    QuarkusTransaction.begin();
    try {
      IssueResult result = issueStop.issue(order, NOBODYS);
      // Whoever reads makes everything be written that waits to be.
      stops.unlifted();
      json.writeValueAsString(answers.answer(result).getEntity());
    } finally {
      QuarkusTransaction.rollback();
    }
  }
}
