package gatehouse.consent.withdrawal.rest;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.withdrawal.FindReach;
import gatehouse.consent.withdrawal.No;
import gatehouse.consent.withdrawal.Withdrawal;
import gatehouse.lease.owner.DenyLog;
import gatehouse.lease.owner.EnforcementView;
import gatehouse.lease.owner.Enforcements;
import gatehouse.web.Ids;
import gatehouse.web.Messages;
import gatehouse.web.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a no from a request, and words what is told of it. */
@ApplicationScoped
class Noes {
  private final FindReach findReach;
  private final Ids ids;
  private final Messages messages;
  private final DenyLog denyLog;
  private final Enforcements enforcements;

  Noes(
      FindReach findReach, Ids ids, Messages messages, DenyLog denyLog, Enforcements enforcements) {
    this.findReach = findReach;
    this.ids = ids;
    this.messages = messages;
    this.denyLog = denyLog;
    this.enforcements = enforcements;
  }

  /** What came of reading. */
  sealed interface Read {}

  /** The no is clear; it may reach further than it says. */
  record Clear(No no, boolean widened) implements Read {}

  /** It speaks of one scope or application and does not say which. */
  record Incomplete() implements Read {}

  Read withdrawal(SubjectRef subject, WithdrawRequest request) {
    return read(
        subject, Withdrawal.Kind.WITHDRAWAL, request.covers(), request.channel(), request.wish());
  }

  Read refusal(SubjectRef subject, RefuseRequest request) {
    return read(subject, Withdrawal.Kind.REFUSAL, request.covers(), request.channel(), null);
  }

  /** The answer to a no, with words on what whoever gave it may not expect. */
  WithdrawalView answer(Withdrawal withdrawal, boolean widened) {
    List<Reason> notes = new ArrayList<>();
    if (widened) {
      notes.add(messages.reason("REACH_WIDENED", "E-39"));
    }
    if (withdrawal.kind() == Withdrawal.Kind.WITHDRAWAL && withdrawal.ended().isEmpty()) {
      notes.add(messages.reason("NOTHING_TO_WITHDRAW", "E-39"));
    }
    return WithdrawalView.told(withdrawal, enforcement(withdrawal), widened, notes);
  }

  /** One that is read later. */
  WithdrawalView read(Withdrawal withdrawal) {
    return WithdrawalView.of(withdrawal, enforcement(withdrawal));
  }

  private @Nullable EnforcementView enforcement(Withdrawal withdrawal) {
    long version = denyLog.versionOf(withdrawal.id());
    return version == 0 ? null : EnforcementView.of(enforcements.of(version));
  }

  private Read read(
      SubjectRef subject,
      Withdrawal.Kind kind,
      @Nullable CoversRequest covers,
      Withdrawal.@Nullable WithdrawalChannel channel,
      Withdrawal.@Nullable Wish wish) {
    FindReach.Reach reach = reach(covers);
    return reach == null
        ? new Incomplete()
        : new Clear(
            new No(ids.next(), subject, kind, reach.covers(), channel(channel), wish),
            reach.widened());
  }

  private FindReach.@Nullable Reach reach(@Nullable CoversRequest request) {
    if (request == null) {
      return named(new Covers.Everything());
    }
    return switch (request.kind()) {
      case EVERYTHING -> named(new Covers.Everything());
      case ALL_AI -> named(new Covers.AllAi());
      case ALL_RESEARCH -> named(new Covers.AllResearch());
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

  private static FindReach.Reach named(Covers covers) {
    return new FindReach.Reach(covers, false);
  }

  private static Withdrawal.WithdrawalChannel channel(
      Withdrawal.@Nullable WithdrawalChannel channel) {
    return channel == null ? Withdrawal.WithdrawalChannel.DESK : channel;
  }
}
