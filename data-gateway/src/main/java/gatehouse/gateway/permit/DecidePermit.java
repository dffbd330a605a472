package gatehouse.gateway.permit;

import gatehouse.gateway.permit.GrantedPermits.Granted;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitDecision.Permitted;
import gatehouse.gateway.permit.RunningPermits.CallersRight;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.Ids;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Answers the permit question of another system and records the answer. */
@ApplicationScoped
public class DecidePermit {
  /** Whoever sends the data leaves out what the purpose does not need (E-20). */
  private static final String STRIP_FIELDS = "STRIP_FIELDS";

  private final EvaluatePermit evaluate;
  private final Permits permits;
  private final GrantedPermits granted;
  private final Terms terms;
  private final List<CallersRight> rights;

  DecidePermit(
      EvaluatePermit evaluate,
      Permits permits,
      GrantedPermits granted,
      Terms terms,
      @All List<CallersRight> rights) {
    this.rights = List.copyOf(rights);
    this.evaluate = evaluate;
    this.permits = permits;
    this.granted = granted;
    this.terms = terms;
  }

  /** The decision, durable. */
  public PermitRecord decide(Caller caller, PermitQuestion question) {
    // From before the first look on: it shall not outlive the leases of that moment.
    Instant end = terms.end();
    PermitDecision decision =
        objection(caller, question)
            .<PermitDecision>map(reason -> new Denied(null, List.of(reason), List.of(), null, null))
            .orElseGet(() -> evaluate.evaluate(question));
    return switch (decision) {
      case Denied denied -> recorded(caller, question, denied, null);
      case Permitted permitted -> given(caller, question, permitted, end);
    };
  }

  /**
   * It is used where nobody can end it: that is why it expires so soon, and why it is looked at
   * once more when all of it is written.
   */
  private PermitRecord given(
      Caller caller, PermitQuestion question, Permitted permitted, Instant end) {
    try (PermitLife life = permitted.life()) {
      PermitRecord given = recorded(caller, question, stripping(question, permitted), end);
      granted.keep(terms.granted(given, permitted.application()));
      Refusal ended = life.ending().orElse(null);
      if (ended == null) {
        return given;
      }
      permits.ended(new Permits.Ended(given.id(), caller, question, ended, false));
      Denied denied =
          new Denied(
              permitted.application(),
              List.of(ended),
              List.of(),
              null,
              permitted.application().manualRoute());
      return new PermitRecord(given.id(), caller, question, denied, null, null);
    }
  }

  private PermitRecord recorded(
      Caller caller, PermitQuestion question, PermitDecision decision, @Nullable Instant end) {
    PermitRecord decided = new PermitRecord(terms.id(), caller, question, decision, end, null);
    permits.record(decided);
    return decided;
  }

  /** Against the caller himself, whatever he asks. */
  private Optional<Refusal> objection(Caller caller, PermitQuestion question) {
    return caller.mayCall(question.application())
        ? rights.stream().flatMap(right -> right.lost(caller).stream()).findFirst()
        : Optional.of(Refusal.of(Refusal.Code.APPLICATION_UNKNOWN));
  }

  private static Permitted stripping(PermitQuestion question, Permitted permitted) {
    return question.subject() == null
        ? permitted
        : new Permitted(
            permitted.application(),
            Stream.concat(permitted.obligations().stream(), Stream.of(STRIP_FIELDS)).toList(),
            permitted.consentId(),
            permitted.life());
  }

  /** The terms on which permits are given to others. */
  @ApplicationScoped
  static class Terms {
    private final Ids ids;
    private final Clock clock;
    private final Pseudonyms pseudonyms;
    private final Duration lifetime;

    Terms(
        Ids ids,
        Clock clock,
        Pseudonyms pseudonyms,
        @ConfigProperty(name = "gatehouse.permit.lifetime") Duration lifetime) {
      this.ids = ids;
      this.clock = clock;
      this.pseudonyms = pseudonyms;
      this.lifetime = lifetime;
    }

    UUID id() {
      return ids.next();
    }

    Instant end() {
      return clock.instant().plus(lifetime);
    }

    Granted granted(PermitRecord decided, ApplicationFacts facts) {
      PermitQuestion question = decided.question();
      return new Granted(
          decided.id(),
          decided.caller().client(),
          facts.code(),
          facts.id(),
          question.productDigest() == null ? facts.digest() : question.productDigest(),
          facts.product(),
          facts.vendor(),
          facts.department(),
          question.subject() == null ? null : question.subject().value(),
          reference("encounter", question.encounter()),
          reference("user", question.user()),
          clock.instant());
    }

    private @Nullable String reference(String issuer, @Nullable String id) {
      return id == null ? null : pseudonyms.of(issuer, id).value();
    }
  }
}
