package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.Judgement.Rejection;
import gatehouse.gateway.output.OutputLedger.Haste;
import gatehouse.gateway.output.OutputState.Confirmed;
import gatehouse.gateway.output.OutputState.Edited;
import gatehouse.gateway.output.OutputState.Lost;
import gatehouse.gateway.output.OutputState.Pending;
import gatehouse.gateway.output.OutputState.Rejected;
import gatehouse.gateway.output.OutputState.Released;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.physician.Competence;
import gatehouse.gateway.physician.Physicians.Physician;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A licensed physician decides about an output. Whoever confirms or edits must be trained for the
 * application; whoever rejects need not be.
 */
@ApplicationScoped
@Clause({"G-27", "G-28", "G-47", "G-48", "G-59"})
public class JudgeOutput {
  private final OutputLedger ledger;
  private final OutputEvents events;
  private final Words words;
  private final ReadingTime readingTime;
  private final Competence competence;

  JudgeOutput(
      OutputLedger ledger,
      OutputEvents events,
      Words words,
      ReadingTime readingTime,
      Competence competence) {
    this.ledger = ledger;
    this.events = events;
    this.words = words;
    this.readingTime = readingTime;
    this.competence = competence;
  }

  /**
   * What the physician looked at and says.
   *
   * @param digest of the content the physician saw
   * @param statement the physician's own conclusion; null when there is none
   */
  public record Reading(UUID output, String digest, @Nullable String statement) {}

  /** Takes the output as it is. */
  @Transactional
  public OutputResult confirm(Physician physician, Reading reading) {
    return withOutput(
        reading,
        output -> {
          List<Refusal> objections = objections(output, physician);
          if (!objections.isEmpty()) {
            return new OutputResult.NotTrained(objections);
          }
          if (!output.produced().complete() && !output.isRewritten()) {
            return new OutputResult.Incomplete();
          }
          Judgement by = judged(output, physician, reading);
          OutputState next = confirmed(output.state(), by);
          return next == null
              ? new OutputResult.WrongState(output.state().name())
              : kept(
                  new OutputEvent.Confirmed(output.moved(next), by),
                  reading.statement(),
                  physician);
        });
  }

  /** Takes it in the physician's words; the visible label stays under them. */
  @Transactional
  public OutputResult edit(Physician physician, Reading reading, String text) {
    return withOutput(
        reading,
        output -> {
          List<Refusal> objections = objections(output, physician);
          if (!objections.isEmpty()) {
            return new OutputResult.NotTrained(objections);
          }
          Judgement by = judged(output, physician, reading);
          OutputState next = edited(output.state(), by);
          if (next == null) {
            return new OutputResult.WrongState(output.state().name());
          }
          String labelled = words.labelled(text);
          Output rewritten = output.rewritten(Words.digest(labelled), next);
          words.edited(rewritten, labelled);
          return kept(new OutputEvent.Edited(rewritten, by), reading.statement(), physician);
        });
  }

  /** Does not take it. */
  @Transactional
  public OutputResult reject(
      Physician physician, Reading reading, Judgement.RejectionReason reason) {
    return withOutput(
        reading,
        output -> {
          Rejection rejection = new Rejection(judged(output, physician, reading), reason);
          OutputState next = rejected(output.state(), rejection);
          return next == null
              ? new OutputResult.WrongState(output.state().name())
              : kept(
                  new OutputEvent.Rejected(output.moved(next), rejection),
                  reading.statement(),
                  physician);
        });
  }

  private static @Nullable OutputState confirmed(OutputState state, Judgement by) {
    return switch (state) {
      case Pending it -> it.confirm(by);
      case Confirmed it -> it.confirm(by);
      case Edited it -> it.confirm(by);
      case Released it -> it.confirm(by);
      case Lost _, Rejected _ -> null;
    };
  }

  private static @Nullable OutputState edited(OutputState state, Judgement by) {
    return switch (state) {
      case Pending it -> it.edit(by);
      case Confirmed it -> it.edit(by);
      case Edited it -> it.edit(by);
      case Released it -> it.edit(by);
      case Lost _, Rejected _ -> null;
    };
  }

  private static @Nullable OutputState rejected(OutputState state, Rejection rejection) {
    return switch (state) {
      case Pending it -> it.reject(rejection);
      case Confirmed it -> it.reject(rejection);
      case Edited it -> it.reject(rejection);
      case Released it -> it.reject(rejection);
      case Lost it -> it.reject(rejection);
      case Rejected _ -> null;
    };
  }

  /** Nobody decides about a text other than the one that was seen. */
  private OutputResult withOutput(Reading reading, Function<Output, OutputResult> decision) {
    return ledger
        .lock(reading.output())
        .map(output ->
            output.isErased() ? new OutputResult.Erased() : seen(output, reading, decision))
        .orElseGet(OutputResult.Unknown::new);
  }

  private static OutputResult seen(
      Output output, Reading reading, Function<Output, OutputResult> decision) {
    return output.digest().equals(reading.digest())
        ? decision.apply(output)
        : new OutputResult.OtherContent();
  }

  private List<Refusal> objections(Output output, Physician physician) {
    return competence.objections(output.origin().application(), physician.staffId());
  }

  private Judgement judged(Output output, Physician physician, Reading reading) {
    return readingTime.judged(output, physician.ref(), reading.statement() != null);
  }

  private OutputResult kept(OutputEvent event, @Nullable String statement, Physician by) {
    Output output = event.output();
    ledger.save(output);
    words.stated(output, statement);
    events.append(event, by.caller());
    hasty(event);
    return new OutputResult.Done(output);
  }

  private void hasty(OutputEvent event) {
    switch (event) {
      case OutputEvent.Confirmed(Output output, Judgement by) ->
          hasty(output, Haste.Decision.CONFIRMED, by);
      case OutputEvent.Edited(Output output, Judgement by) ->
          hasty(output, Haste.Decision.EDITED, by);
      case OutputEvent.Rejected(Output output, Rejection rejection) ->
          hasty(output, Haste.Decision.REJECTED, rejection.by());
      case OutputEvent.Registered _,
          OutputEvent.Lost _,
          OutputEvent.Shown _,
          OutputEvent.Released _ -> {
        // Nobody decided.
      }
    }
  }

  private void hasty(Output output, Haste.Decision decision, Judgement by) {
    if (by.hasty()) {
      ledger.wasHasty(
          new Haste(output.id(), output.version(), decision, by, output.origin().application()));
    }
  }

  /**
   * How long a physician can have read before deciding, and whether that is humanly possible. A
   * confirmation that came faster counts, and is reported (G-30): a rubber stamp is a fact about
   * the hospital's work, not a reason to lose the physician's word.
   */
  @ApplicationScoped
  @Clause("G-30")
  static class ReadingTime {
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
}
