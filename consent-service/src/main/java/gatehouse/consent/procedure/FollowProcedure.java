package gatehouse.consent.procedure;

import gatehouse.clauses.Clause;
import gatehouse.consent.procedure.ProcedureResult.Groundless;
import gatehouse.consent.procedure.ProcedureResult.Kept;
import gatehouse.consent.procedure.ProcedureResult.NotNow;
import gatehouse.consent.procedure.ProcedureResult.Unknown;
import gatehouse.consent.procedure.ProcedureResult.UnknownHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the word of those who did a step of the procedure. */
@ApplicationScoped
@Clause("E-40")
public class FollowProcedure {
  private final Procedures procedures;
  private final ProcedureEvents events;
  private final ProcedureTerms terms;
  private final Clock clock;

  FollowProcedure(
      Procedures procedures, ProcedureEvents events, ProcedureTerms terms, Clock clock) {
    this.procedures = procedures;
    this.events = events;
    this.terms = terms;
    this.clock = clock;
  }

  /** As it stands. */
  @Transactional
  public ProcedureResult read(UUID withdrawal) {
    return procedures.find(withdrawal).<ProcedureResult>map(Kept::new).orElseGet(Unknown::new);
  }

  /** A system knows; it may say so at any time, and again. */
  @Transactional
  public ProcedureResult acknowledge(UUID withdrawal, String holder) {
    if (!holders().contains(holder)) {
      return new UnknownHolder();
    }
    if (procedures.find(withdrawal).isEmpty()) {
      return new Unknown();
    }
    Instant at = clock.instant();
    if (procedures.acknowledge(withdrawal, holder, at)) {
      events.done(withdrawal, Step.ACKNOWLEDGE, holder, at);
    }
    return read(withdrawal);
  }

  /** The data are treated as wished, or kept by law. */
  @Transactional
  public ProcedureResult dispose(
      UUID withdrawal, Disposition.Outcome outcome, @Nullable String law, @Nullable String proof) {
    Disposition disposition = new Disposition(outcome, law, proof, clock.instant());
    if (!disposition.isGrounded()) {
      return new Groundless();
    }
    ProcedureResult before = at(withdrawal, Step.DISPOSE);
    if (before instanceof Kept && procedures.dispose(withdrawal, disposition)) {
      events.done(withdrawal, Step.DISPOSE, disposition.outcome().name(), disposition.at());
      return read(withdrawal);
    }
    return before;
  }

  /** The person was told. */
  @Transactional
  public ProcedureResult confirm(
      UUID withdrawal, Confirmation.ConfirmationChannel channel, String textDigest) {
    Confirmation confirmation = new Confirmation(channel, textDigest, clock.instant());
    ProcedureResult before = at(withdrawal, Step.CONFIRM);
    if (before instanceof Kept && procedures.confirm(withdrawal, confirmation)) {
      events.done(withdrawal, Step.CONFIRM, confirmation.channel().name(), confirmation.at());
      return read(withdrawal);
    }
    return before;
  }

  /** The systems that hold data. */
  public Set<String> holders() {
    return terms.holders().keySet();
  }

  private ProcedureResult at(UUID withdrawal, Step step) {
    return procedures
        .find(withdrawal)
        .<ProcedureResult>map(found -> {
          Standing standing = found.standing(holders());
          return standing instanceof Standing.At(Step now, Instant _) && now == step
              ? new Kept(found)
              : new NotNow(standing);
        })
        .orElseGet(Unknown::new);
  }
}
