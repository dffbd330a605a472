package gatehouse.gateway.completion;

import gatehouse.gateway.block.QuarantineSource;
import gatehouse.gateway.budget.Budgets;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.PermitRecord;
import gatehouse.gateway.permit.Permits;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.upstream.Deployment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Before a call is looked at: may its source call, and has its application any budget left? And
 * behind it: what was admitted and did not leave is recorded as such.
 */
@ApplicationScoped
class GuardCall {
  private static final Logger LOG = Logger.getLogger(GuardCall.class);

  private final AdmitCall admitCall;
  private final QuarantineSource quarantine;
  private final Budgets budgets;
  private final Permits permits;
  private final AdmitCall.Stamp stamp;

  GuardCall(
      AdmitCall admitCall,
      QuarantineSource quarantine,
      Budgets budgets,
      Permits permits,
      AdmitCall.Stamp stamp) {
    this.admitCall = admitCall;
    this.quarantine = quarantine;
    this.budgets = budgets;
    this.permits = permits;
    this.stamp = stamp;
  }

  /** Decides and records; see {@link AdmitCall#admit}. */
  Admission admit(
      Caller caller,
      ModelRequest request,
      PermitQuestion question,
      @Nullable Deployment deployment) {
    try {
      if (quarantine.holds(caller.client())) {
        return shutOut(caller, question);
      }
    } catch (RuntimeException e) {
      LOG.errorf("nobody knows whether the source is shut out: %s", e.getClass().getName());
      return new Admission.Unrecorded();
    }
    return switch (budgets.admit(request.application())) {
      case Budgets.Granted _ -> admitCall.admit(caller, request, question, deployment);
      case Budgets.Exhausted(var retryAfter) -> new Admission.Exhausted(retryAfter);
    };
  }

  /**
   * Records that the permit of an admitted call ended before its bytes left; they never do.
   *
   * @param begun whether a part of them had left before
   */
  Completion withheld(Caller caller, Admission.Open open, boolean begun) {
    ApplicationFacts application = open.permitted().application();
    Refusal reason =
        open.permitted().life().ending().orElse(Refusal.of(Refusal.Code.OWNER_UNREACHABLE));
    try {
      permits.ended(new Permits.Ended(open.permitId(), caller, open.question(), reason, begun));
    } catch (RuntimeException e) {
      LOG.errorf("a call was withheld, and it was not recorded: %s", e.getClass().getName());
      return new Completion.Unrecorded();
    }
    return new Completion.Refused(
        new Denied(application, List.of(reason), List.of(), null, application.manualRoute()),
        null,
        null,
        List.of());
  }

  /** Writes down, off the way of the call, that nothing of a stream came to its caller. */
  void unanswered(Caller caller, Admission.Open open) {
    permits.unanswered(
        new Permits.Unanswered(
            open.permitId(), open.outputId(), caller, open.question().application()));
  }

  private Admission shutOut(Caller caller, PermitQuestion question) {
    Denied denied =
        new Denied(null, List.of(Refusal.of(Refusal.Code.QUARANTINED)), List.of(), null, null);
    permits.record(new PermitRecord(stamp.id(), caller, question, denied, null, null));
    return new Admission.Closed(denied, null, null);
  }
}
