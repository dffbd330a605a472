package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.GrantedPermits;
import gatehouse.gateway.permit.GrantedPermits.Granted;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.gateway.standing.StopCopy;
import gatehouse.gateway.standing.StopOrder;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what an AI made that does not pass the gateway, such as one that reads images: under a
 * permit that was given to the same system, for the same application, encounter and physician.
 * Nothing is taken of what is stopped: it could have been made since. From here on the same rules
 * hold as for every other output.
 */
@ApplicationScoped
@Clause({"G-27", "G-32", "G-51"})
public class RegisterOutside {
  private final GrantedPermits permits;
  private final RegisterOutput registerOutput;
  private final Words words;
  private final Moment moment;
  private final Standing standing;

  RegisterOutside(
      GrantedPermits permits,
      RegisterOutput registerOutput,
      Words words,
      Moment moment,
      Standing standing) {
    this.permits = permits;
    this.registerOutput = registerOutput;
    this.words = words;
    this.moment = moment;
    this.standing = standing;
  }

  /** Of what it is said to be the output; the permit must say the same. */
  public record Claim(String application, String encounter, String physician) {}

  /**
   * What was made: a text, or the digest of what stays elsewhere.
   *
   * @param labelled whether what stays elsewhere carries its label
   */
  public record Made(
      String inputDigest, @Nullable String text, @Nullable String digest, boolean labelled) {
    /** Names no text. */
    @Override
    public String toString() {
      return "Made[" + inputDigest + "]";
    }
  }

  /** Registers as pending. */
  @Transactional
  public OutputResult register(UUID permitId, Claim claim, Made made, Caller by) {
    Granted permit = permits.find(permitId).orElse(null);
    if (permit == null || !permit.client().equals(by.client())) {
      return new OutputResult.PermitNotUsable("this client has no such permit");
    }
    String fault = fault(permit, claim);
    if (fault != null) {
      return new OutputResult.PermitNotUsable(fault);
    }
    Refusal stopped = standing.objection(permit);
    if (stopped != null) {
      return new OutputResult.Stopped(stopped);
    }
    if (made.text() == null && !made.labelled()) {
      return new OutputResult.Unlabelled();
    }
    return new OutputResult.Done(registerOutput.register(moment.id(), permit, content(made), by));
  }

  private @Nullable String fault(Granted permit, Claim claim) {
    if (!moment.isYoung(permit)) {
      return "the permit is too old";
    }
    if (!permit.application().equals(claim.application())) {
      return "the permit is for another application";
    }
    if (!moment.reference("encounter", claim.encounter()).equals(permit.encounterRef())) {
      return "the permit is for another encounter";
    }
    return moment.reference("user", claim.physician()).equals(permit.userRef())
        ? null
        : "the permit names another responsible physician";
  }

  private OutputRecord.Content content(Made made) {
    String text = made.text() == null ? null : words.labelled(made.text());
    return new OutputRecord.Content(
        made.inputDigest(),
        text == null ? String.valueOf(made.digest()) : Words.digest(text),
        text,
        text == null ? 0 : text.length(),
        true);
  }

  /** Whether what the permit was for is stopped now: its maker may have made this since. */
  @ApplicationScoped
  static class Standing {
    private final StopCopy stops;
    private final OwnerLeases leases;

    Standing(StopCopy stops, OwnerLeases leases) {
      this.stops = stops;
      this.leases = leases;
    }

    @Nullable Refusal objection(Granted permit) {
      StopOrder.Made made =
          new StopOrder.Made(
              permit.application(),
              permit.applicationId(),
              permit.vendor(),
              permit.department(),
              permit.product(),
              permit.productDigest());
      if (stops.covers(made)) {
        return Refusal.of(Refusal.Code.STOPPED);
      }
      return leases.isLive(Owner.INCIDENT) ? null : Refusal.of(Refusal.Code.OWNER_UNREACHABLE);
    }
  }

  /** Ids, references and time, injected as one collaborator. */
  @ApplicationScoped
  static class Moment {
    private final Ids ids;
    private final Pseudonyms pseudonyms;
    private final Clock clock;
    private final Duration window;

    Moment(
        Ids ids,
        Pseudonyms pseudonyms,
        Clock clock,
        @ConfigProperty(name = "gatehouse.output.outside.window") Duration window) {
      this.ids = ids;
      this.pseudonyms = pseudonyms;
      this.clock = clock;
      this.window = window;
    }

    String reference(String issuer, String id) {
      return pseudonyms.of(issuer, id).value();
    }

    UUID id() {
      return ids.next();
    }

    boolean isYoung(Granted permit) {
      return clock.instant().isBefore(permit.decidedAt().plus(window));
    }
  }
}
