package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.Output.About;
import gatehouse.gateway.output.Output.Origin;
import gatehouse.gateway.output.Output.Produced;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.GrantedPermits.Granted;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.journal.append.SharedCommit;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes an answer into the register: the row, its encrypted text and the event, or none of it. */
@ApplicationScoped
@Clause({"G-27", "G-28", "G-32"})
public class RegisterOutput {
  /** The deployment of what never passed the gateway. */
  private static final String OUTSIDE = "outside";

  private static final String NOTHING = Words.digest("");

  private final OutputLedger ledger;
  private final Contents contents;
  private final OutputEvents events;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  public RegisterOutput(
      OutputLedger ledger,
      Contents contents,
      OutputEvents events,
      Pseudonyms pseudonyms,
      Clock clock) {
    this.ledger = ledger;
    this.contents = contents;
    this.events = events;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /**
   * Registers an answer that passed the gateway, durably; the commit is shared with others.
   *
   * @throws RuntimeException if it cannot: an answer that nobody registered must not be used
   */
  @SharedCommit
  public void register(OutputRecord made) {
    ApplicationFacts facts = made.application();
    Origin origin =
        new Origin(
            made.permitId(),
            facts.code(),
            facts.id(),
            facts.digest(),
            facts.product(),
            facts.vendor(),
            facts.department(),
            made.deployment());
    About about =
        new About(
            made.subject() == null ? null : made.subject().value(),
            reference("encounter", made.encounter()),
            reference("user", made.user()));
    register(pending(made.id(), origin, about, made.content()), made.content(), made.caller());
  }

  /** Registers what another system made under a permit of its own. */
  @Transactional(Transactional.TxType.MANDATORY)
  Output register(UUID id, Granted permit, OutputRecord.Content content, Caller by) {
    Origin origin =
        new Origin(
            permit.id(),
            permit.application(),
            permit.applicationId(),
            permit.productDigest(),
            permit.product(),
            permit.vendor(),
            permit.department(),
            OUTSIDE);
    About about = new About(permit.subjectRef(), permit.encounterRef(), permit.userRef());
    Output output = pending(id, origin, about, content);
    register(output, content, by);
    return output;
  }

  /**
   * Registers that an answer was let out whose text nobody here knows. Its digest is that of no
   * bytes, which is what the register has of it.
   *
   * @param letOutAt from when on somebody may have read it: a stop that came later covers it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lost(LostAnswer answer, Instant letOutAt) {
    Output output =
        new Output(
            answer.id(),
            1,
            answer.origin(),
            answer.about(),
            new Produced(answer.inputDigest(), NOTHING, 0, false, false),
            NOTHING,
            new OutputState.Lost(),
            letOutAt,
            null);
    ledger.add(output);
    events.lost(new OutputEvent.Lost(output));
  }

  /**
   * What the decision to let it out says of an answer.
   *
   * @param id that its caller saw, as {@code ProduceID} of the label
   * @param inputDigest SHA-256 of the exact bytes that the model was sent
   */
  public record LostAnswer(UUID id, Origin origin, About about, String inputDigest) {}

  private void register(Output output, OutputRecord.Content content, Caller by) {
    ledger.add(output);
    if (content.text() != null) {
      contents.keep(output.id(), output.version(), Contents.Part.PRODUCED, content.text());
    }
    events.append(new OutputEvent.Registered(output), by);
  }

  private Output pending(UUID id, Origin origin, About about, OutputRecord.Content content) {
    return new Output(
        id,
        1,
        origin,
        about,
        new Produced(
            content.inputDigest(),
            content.digest(),
            content.characters(),
            content.complete(),
            content.text() != null),
        content.digest(),
        new OutputState.Pending(),
        clock.instant(),
        null);
  }

  private @Nullable String reference(String issuer, @Nullable String id) {
    return id == null ? null : pseudonyms.of(issuer, id).value();
  }
}
