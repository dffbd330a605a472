package gatehouse.gateway.output;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.OutputState.Confirmed;
import gatehouse.gateway.output.OutputState.Edited;
import gatehouse.gateway.output.OutputState.Lost;
import gatehouse.gateway.output.OutputState.Pending;
import gatehouse.gateway.output.OutputState.Rejected;
import gatehouse.gateway.output.OutputState.Released;
import gatehouse.gateway.permit.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets an output that a physician took into the record, on a token that was spent. */
@ApplicationScoped
@Clause("G-33")
public class ReleaseOutput {
  private final OutputLedger ledger;
  private final OutputEvents events;

  public ReleaseOutput(OutputLedger ledger, OutputEvents events) {
    this.ledger = ledger;
    this.events = events;
  }

  /**
   * Releases, in the transaction that spends the token.
   *
   * @param digest of the text that the token is for: a later edit is another text
   * @param token id of the token
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public OutputResult release(UUID id, String digest, UUID token, Caller by) {
    Output output = ledger.lock(id).orElse(null);
    if (output == null) {
      return new OutputResult.Unknown();
    }
    if (output.isErased()) {
      return new OutputResult.Erased();
    }
    if (!output.digest().equals(digest)) {
      return new OutputResult.OtherContent();
    }
    Released next = released(output.state(), token);
    if (next == null) {
      return new OutputResult.WrongState(output.state().name());
    }
    Output moved = output.moved(next);
    ledger.save(moved);
    events.append(new OutputEvent.Released(moved, next.by()), by);
    return new OutputResult.Done(moved);
  }

  private static @Nullable Released released(OutputState state, UUID token) {
    return switch (state) {
      case Confirmed it -> it.release(token);
      case Edited it -> it.release(token);
      case Released it -> it.release(token);
      case Pending _, Lost _, Rejected _ -> null;
    };
  }
}
