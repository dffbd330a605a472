package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a physician can have read before deciding, and whether that is humanly possible. A
 * confirmation that came faster counts, and is reported (G-30): a rubber stamp is a fact about the
 * hospital's work, not a reason to lose the physician's word.
 */
@ApplicationScoped
@Clause("G-30")
class ReadingTime {
  private final OutputLedger ledger;
  private final Clock clock;
  private final long charactersPerSecond;
  private final Duration least;

  ReadingTime(
      OutputLedger ledger,
      Clock clock,
      @ConfigProperty(name = "gatehouse.output.reading.characters-per-second")
          long charactersPerSecond,
      @ConfigProperty(name = "gatehouse.output.reading.least") Duration least) {
    this.ledger = ledger;
    this.clock = clock;
    this.charactersPerSecond = charactersPerSecond;
    this.least = least;
  }

  /**
   * The decision of this physician, now. Reading begins when the text is there, when it is shown,
   * and when the same physician has decided about the one before, whichever is last: nobody reads
   * two texts at once.
   */
  Judgement judged(Output output, String physicianRef, boolean hasStatement) {
    Instant now = clock.instant();
    List<Instant> begins =
        List.of(
            output.registeredAt(),
            ledger.firstShown(output.id(), physicianRef).orElse(Instant.MIN),
            ledger.lastJudgement(physicianRef).orElse(Instant.MIN));
    Duration read = Duration.between(Collections.max(begins), now);
    Duration reading = read.isNegative() ? Duration.ZERO : read;
    return new Judgement(
        physicianRef, now, hasStatement, reading, isHasty(output.produced(), reading));
  }

  private boolean isHasty(Output.Produced produced, Duration reading) {
    Duration needed = Duration.ofMillis(produced.characters() * 1000 / charactersPerSecond);
    return reading.compareTo(needed.compareTo(least) > 0 ? needed : least) < 0;
  }
}
