package gatehouse.gateway.release;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.Output;
import gatehouse.gateway.output.OutputResult;
import gatehouse.gateway.output.ReleaseOutput;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.recall.Recalls;
import gatehouse.gateway.release.ReleaseResult.Binding;
import gatehouse.gateway.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Spends a token: from here on the record system writes. */
@ApplicationScoped
@Clause({"G-32", "G-33"})
public class RedeemRelease {
  private final ReleaseTokens tokens;
  private final ReleaseOutput releaseOutput;
  private final Recalls recalls;
  private final Clock clock;

  public RedeemRelease(
      ReleaseTokens tokens, ReleaseOutput releaseOutput, Recalls recalls, Clock clock) {
    this.tokens = tokens;
    this.releaseOutput = releaseOutput;
    this.recalls = recalls;
    this.clock = clock;
  }

  /**
   * What is about to be written.
   *
   * @param contentDigest of the text as the record system holds it: without the label, or with a
   *     word changed, it does not fit
   */
  public record Writing(
      UUID output, String contentDigest, String physicianRef, String encounterRef) {}

  /** Spends it once; what does not fit spends nothing. */
  @Transactional
  public ReleaseResult redeem(Secret secret, Writing writing, Caller by) {
    ReleaseToken token = tokens.lock(secret.hash()).orElse(null);
    if (token == null || !token.isOpen(clock.instant())) {
      return new ReleaseResult.TokenNotUsable();
    }
    Binding broken = broken(token, writing);
    if (broken != null) {
      return new ReleaseResult.NotBound(broken);
    }
    if (recalls.isPending(token.output())) {
      return new ReleaseResult.Recalled();
    }
    return switch (releaseOutput.release(token.output(), token.contentDigest(), token.id(), by)) {
      case OutputResult.Done(Output output) -> {
        tokens.spend(token.spent(clock.instant()));
        yield new ReleaseResult.Released(output);
      }
      case OutputResult.Unknown _ -> new ReleaseResult.UnknownOutput();
      case OutputResult.Erased _ -> new ReleaseResult.Erased();
      case OutputResult.OtherContent _ -> new ReleaseResult.NotBound(Binding.CONTENT);
      case OutputResult.WrongState _,
          OutputResult.NotTrained _,
          OutputResult.Incomplete _,
          OutputResult.PermitNotUsable _,
          OutputResult.Stopped _,
          OutputResult.Unlabelled _ ->
          new ReleaseResult.NotConfirmed();
    };
  }

  private static @Nullable Binding broken(ReleaseToken token, Writing writing) {
    if (!token.output().equals(writing.output())) {
      return Binding.OUTPUT;
    }
    if (!token.contentDigest().equals(writing.contentDigest())) {
      return Binding.CONTENT;
    }
    if (!token.physicianRef().equals(writing.physicianRef())) {
      return Binding.PHYSICIAN;
    }
    return token.encounterRef().equals(writing.encounterRef()) ? null : Binding.ENCOUNTER;
  }
}
