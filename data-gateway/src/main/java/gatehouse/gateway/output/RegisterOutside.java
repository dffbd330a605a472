package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.GrantedPermits;
import gatehouse.gateway.permit.GrantedPermits.Granted;
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
 * permit that was given to the same system, for the same application, encounter and physician. From
 * here on the same rules hold as for every other output.
 */
@ApplicationScoped
@Clause({"G-27", "G-32"})
public class RegisterOutside {
  private final GrantedPermits permits;
  private final RegisterOutput registerOutput;
  private final Words words;
  private final Pseudonyms pseudonyms;
  private final Moment moment;

  RegisterOutside(
      GrantedPermits permits,
      RegisterOutput registerOutput,
      Words words,
      Pseudonyms pseudonyms,
      Moment moment) {
    this.permits = permits;
    this.registerOutput = registerOutput;
    this.words = words;
    this.pseudonyms = pseudonyms;
    this.moment = moment;
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
    if (!pseudonyms.of("encounter", claim.encounter()).value().equals(permit.encounterRef())) {
      return "the permit is for another encounter";
    }
    return pseudonyms.of("user", claim.physician()).value().equals(permit.userRef())
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

  /** Ids and time, injected as one collaborator. */
  @ApplicationScoped
  static class Moment {
    private final Ids ids;
    private final Clock clock;
    private final Duration window;

    Moment(
        Ids ids,
        Clock clock,
        @ConfigProperty(name = "gatehouse.output.outside.window") Duration window) {
      this.ids = ids;
      this.clock = clock;
      this.window = window;
    }

    UUID id() {
      return ids.next();
    }

    boolean isYoung(Granted permit) {
      return clock.instant().isBefore(permit.decidedAt().plus(window));
    }
  }
}
