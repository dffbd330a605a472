package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.Contents.Part;
import gatehouse.gateway.physician.Physicians.Physician;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Shows a physician what an AI wrote, and notes since when it was seen. */
@ApplicationScoped
@Clause("G-28")
public class ShowOutput {
  private final OutputLedger ledger;
  private final Contents contents;
  private final OutputEvents events;
  private final Clock clock;

  public ShowOutput(OutputLedger ledger, Contents contents, OutputEvents events, Clock clock) {
    this.ledger = ledger;
    this.contents = contents;
    this.events = events;
    this.clock = clock;
  }

  /** The output with its present text. */
  public record Shown(Output output, String text) {
    /** Names no text. */
    @Override
    public String toString() {
      return "Shown[" + output.id() + "]";
    }
  }

  /** Empty when there is no such output, or its content is held elsewhere. */
  @Transactional
  public Optional<Shown> show(UUID id, Physician physician) {
    return ledger
        .lock(id)
        .flatMap(output ->
            contents
                .newest(id, output.isRewritten() ? Part.EDITED : Part.PRODUCED)
                .map(text -> {
                  ledger.shown(id, physician.ref(), clock.instant());
                  events.append(new OutputEvent.Shown(output), physician.caller());
                  return new Shown(output, text);
                }));
  }
}
