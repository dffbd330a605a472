package gatehouse.consent.withdrawal.rest;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.withdrawal.FindReach;
import gatehouse.consent.withdrawal.No;
import gatehouse.consent.withdrawal.Withdrawal;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a no from a request. */
@ApplicationScoped
class Noes {
  private final FindReach findReach;
  private final Ids ids;

  Noes(FindReach findReach, Ids ids) {
    this.findReach = findReach;
    this.ids = ids;
  }

  /** What came of reading. */
  sealed interface Read {}

  /** The no is clear. */
  record Clear(No no) implements Read {}

  /** It speaks of one scope or application and does not say which. */
  record Incomplete() implements Read {}

  Read withdrawal(SubjectRef subject, WithdrawRequest request) {
    Covers covers = covers(request.covers());
    return covers == null
        ? new Incomplete()
        : new Clear(
            new No(
                ids.next(),
                subject,
                Withdrawal.Kind.WITHDRAWAL,
                covers,
                channel(request.channel()),
                request.wish()));
  }

  Read refusal(SubjectRef subject, RefuseRequest request) {
    Covers covers = covers(request.covers());
    return covers == null
        ? new Incomplete()
        : new Clear(
            new No(
                ids.next(),
                subject,
                Withdrawal.Kind.REFUSAL,
                covers,
                channel(request.channel()),
                null));
  }

  private @Nullable Covers covers(@Nullable CoversRequest request) {
    if (request == null) {
      return new Covers.Everything();
    }
    return switch (request.kind()) {
      case EVERYTHING -> new Covers.Everything();
      case ALL_AI -> new Covers.AllAi();
      case ALL_RESEARCH -> new Covers.AllResearch();
      case APPLICATION -> {
        String code = request.application();
        yield code == null ? null : findReach.application(new ApplicationCode(code));
      }
      case SCOPE -> {
        UUID scopeId = request.scopeId();
        yield scopeId == null ? null : findReach.scope(scopeId);
      }
    };
  }

  private static Withdrawal.Channel channel(Withdrawal.@Nullable Channel channel) {
    return channel == null ? Withdrawal.Channel.DESK : channel;
  }
}
