package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.Output.About;
import gatehouse.gateway.output.Output.Origin;
import gatehouse.gateway.output.Output.Produced;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Takes an answer into the register: the row, its encrypted text and the event, or none of it. */
@ApplicationScoped
@Clause({"G-27", "G-28", "G-32"})
public class RegisterOutput {
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
   * Registers, durably.
   *
   * @throws RuntimeException if it cannot: an answer that nobody registered must not be used
   */
  @Transactional
  public void register(OutputRecord made) {
    Output output = pending(made);
    ledger.add(output);
    String text = made.content().text();
    if (text != null) {
      contents.keep(output.id(), output.version(), Contents.Part.PRODUCED, text);
    }
    events.append(new OutputEvent.Registered(output), made.caller());
  }

  private Output pending(OutputRecord made) {
    OutputRecord.Content content = made.content();
    return new Output(
        made.id(),
        1,
        new Origin(
            made.permitId(),
            made.application().code(),
            made.application().id(),
            made.application().digest(),
            made.application().product(),
            made.application().vendor(),
            made.application().department(),
            made.deployment()),
        new About(
            made.subject() == null ? null : made.subject().value(),
            reference("encounter", made.encounter()),
            reference("user", made.user())),
        new Produced(
            content.inputDigest(),
            content.digest(),
            content.characters(),
            content.complete(),
            content.text() != null),
        content.digest(),
        new OutputState.Pending(),
        clock.instant());
  }

  private @Nullable String reference(String issuer, @Nullable String id) {
    return id == null ? null : pseudonyms.of(issuer, id).value();
  }
}
