package gatehouse.gateway.permit;

import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.standing.ManualRoute;
import gatehouse.gateway.standing.OwnerReason;
import gatehouse.web.Messages;
import gatehouse.web.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts refusals into words: an owner's own, or ours from the bundles. */
@ApplicationScoped
public class ReasonTexts {
  private final Messages messages;

  public ReasonTexts(Messages messages) {
    this.messages = messages;
  }

  /** The reasons as every service writes them. */
  public List<Reason> reasons(List<Refusal> refusals) {
    return refusals.stream().map(this::reason).toList();
  }

  /** The way that this refusal leaves open; the hospital's general one if nobody named another. */
  public ManualRoute manualRoute(Denied denied) {
    return denied.manualRoute() == null
        ? new ManualRoute(messages.text("manual-route"), messages.textEn("manual-route"))
        : denied.manualRoute();
  }

  private Reason reason(Refusal refusal) {
    return switch (refusal) {
      case Refusal.ByOwner(OwnerReason r) ->
          new Reason(r.code(), r.clauses(), r.text(), r.textEn());
      case Refusal.ByGateway own ->
          messages.reason(own.code(), own.clauses().toArray(String[]::new));
    };
  }
}
