package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.Contents.Part;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.physician.Competence;
import gatehouse.gateway.physician.Physicians.Physician;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Shows a physician what an AI wrote, and notes since when it was seen. */
@ApplicationScoped
@Clause({"G-28", "G-60"})
public class ShowOutput {
  private final OutputLedger ledger;
  private final Contents contents;
  private final OutputEvents events;
  private final Competence competence;
  private final Clock clock;

  public ShowOutput(
      OutputLedger ledger,
      Contents contents,
      OutputEvents events,
      Competence competence,
      Clock clock) {
    this.ledger = ledger;
    this.contents = contents;
    this.events = events;
    this.competence = competence;
    this.clock = clock;
  }

  /** How it ended. */
  public sealed interface Seeing {}

  /** The output with its present text. */
  public record Shown(Output output, String text) implements Seeing {
    /** Names no text. */
    @Override
    public String toString() {
      return "Shown[" + output.id() + "]";
    }
  }

  /** There is no such output. */
  public record Unknown() implements Seeing {}

  /** Its text is kept by whoever made it. */
  public record HeldElsewhere() implements Seeing {}

  /** The register never got its text. */
  public record Lost() implements Seeing {}

  /** Its texts were destroyed. */
  public record Erased() implements Seeing {}

  /** The physician sees nothing of an AI now (G-60), or nobody can say. */
  public record Withheld(List<Refusal> reasons) implements Seeing {
    public Withheld {
      reasons = List.copyOf(reasons);
    }
  }

  /** Shows the newest text. */
  @Transactional
  public Seeing show(UUID id, Physician physician) {
    return ledger.find(id).map(output -> show(output, physician)).orElseGet(Unknown::new);
  }

  private Seeing show(Output found, Physician physician) {
    List<Refusal> reasons =
        competence.objectionsToSeeing(found.origin().application(), physician.staffId());
    if (!reasons.isEmpty()) {
      return new Withheld(reasons);
    }
    return ledger
        .lock(found.id())
        .map(output -> output.isErased() ? new Erased() : opened(output, physician))
        .orElseGet(Unknown::new);
  }

  private Seeing opened(Output output, Physician physician) {
    if (output.state() instanceof OutputState.Lost) {
      return new Lost();
    }
    return contents
        .newest(output.id(), output.isRewritten() ? Part.EDITED : Part.PRODUCED)
        .<Seeing>map(text -> shown(output, text, physician))
        .orElseGet(HeldElsewhere::new);
  }

  private Shown shown(Output output, String text, Physician physician) {
    ledger.shown(output.id(), physician.ref(), clock.instant());
    events.append(new OutputEvent.Shown(output), physician.caller());
    return new Shown(output, text);
  }
}
