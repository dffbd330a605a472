package gatehouse.gateway.permit;

import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitDecision.Permitted;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers the permit question of another system and records the answer. */
@ApplicationScoped
public class DecidePermit {
  private final EvaluatePermit evaluate;
  private final Permits permits;
  private final Ids ids;
  private final Clock clock;
  private final Duration lifetime;

  public DecidePermit(
      EvaluatePermit evaluate,
      Permits permits,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "gatehouse.permit.lifetime") Duration lifetime) {
    this.evaluate = evaluate;
    this.permits = permits;
    this.ids = ids;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** The decision, durable. */
  public PermitRecord decide(Caller caller, PermitQuestion question) {
    PermitDecision decision = evaluate.evaluate(question);
    PermitRecord decided =
        new PermitRecord(
            ids.next(),
            caller,
            question,
            decision,
            switch (decision) {
              case Permitted _ -> clock.instant().plus(lifetime);
              case Denied _ -> null;
            },
            null);
    if (decision instanceof Permitted permitted) {
      // It is used outside this gateway, where nobody can end it: that is why it expires so soon.
      permitted.life().close();
    }
    permits.record(decided);
    return decided;
  }
}
