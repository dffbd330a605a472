package gatehouse.gateway.release;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.Judgement;
import gatehouse.gateway.output.Output;
import gatehouse.gateway.output.OutputLedger;
import gatehouse.gateway.output.OutputState.Confirmed;
import gatehouse.gateway.output.OutputState.Edited;
import gatehouse.gateway.output.OutputState.Lost;
import gatehouse.gateway.output.OutputState.Pending;
import gatehouse.gateway.output.OutputState.Rejected;
import gatehouse.gateway.output.OutputState.Released;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.recall.Recalls;
import gatehouse.gateway.release.ReleaseResult.Binding;
import gatehouse.gateway.release.ReleaseToken.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a record system the token for one output, if a physician's decision allows it. */
@ApplicationScoped
@Clause({"G-30", "G-33"})
public class RequestRelease {
  private final OutputLedger ledger;
  private final Recalls recalls;
  private final ReleaseTokens tokens;
  private final ReleaseEvents events;
  private final Mint mint;

  RequestRelease(
      OutputLedger ledger, Recalls recalls, ReleaseTokens tokens, ReleaseEvents events, Mint mint) {
    this.ledger = ledger;
    this.recalls = recalls;
    this.tokens = tokens;
    this.events = events;
    this.mint = mint;
  }

  /**
   * What a record system wants to write, and where.
   *
   * @param physicianRef whose decision it relies on
   */
  public record Wish(UUID output, String physicianRef, String encounterRef, Target target) {}

  /** Issues; an earlier token of the same output ends. */
  @Transactional
  public ReleaseResult request(Wish wish, Caller by) {
    Output output = ledger.lock(wish.output()).orElse(null);
    if (output == null) {
      return new ReleaseResult.UnknownOutput();
    }
    if (output.isErased()) {
      return new ReleaseResult.Erased();
    }
    ReleaseResult objection = objection(output, wish);
    if (objection != null) {
      return objection;
    }
    Mint.Minted minted = mint.token(output, wish);
    tokens.voidOpen(output.id(), minted.token().issuedAt());
    tokens.add(minted.token(), minted.secret().hash());
    events.issued(minted.token(), by);
    return new ReleaseResult.Issued(minted.token(), minted.secret());
  }

  private @Nullable ReleaseResult objection(Output output, Wish wish) {
    Judgement by = allowing(output);
    boolean forRecord = wish.target() == Target.RECORD;
    if (by == null) {
      return forRecord ? new ReleaseResult.NotConfirmed() : new ReleaseResult.RawOutputToPatient();
    }
    if (!forRecord && !by.hasStatement()) {
      return new ReleaseResult.RawOutputToPatient();
    }
    if (recalls.isPending(output.id())) {
      return new ReleaseResult.Recalled();
    }
    if (!by.isBy(wish.physicianRef())) {
      return new ReleaseResult.NotBound(Binding.PHYSICIAN);
    }
    return wish.encounterRef().equals(output.about().encounterRef())
        ? null
        : new ReleaseResult.NotBound(Binding.ENCOUNTER);
  }

  private static @Nullable Judgement allowing(Output output) {
    return switch (output.state()) {
      case Confirmed it -> it.by();
      case Edited it -> it.by();
      case Released it -> it.by();
      case Pending _, Lost _, Rejected _ -> null;
    };
  }
}
