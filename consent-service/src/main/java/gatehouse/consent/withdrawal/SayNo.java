package gatehouse.consent.withdrawal;

import gatehouse.clauses.Clause;
import gatehouse.consent.consent.EndConsents;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Facts;
import gatehouse.consent.fact.Said;
import gatehouse.consent.subject.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Takes a person's no. There is no rule here that could turn it down: whoever is entitled says it
 * and it holds, whatever the person agreed to before, or whether they ever did.
 */
@ApplicationScoped
@Clause({"E-39", "G-41"})
public class SayNo {
  private final Withdrawals withdrawals;
  private final Facts facts;
  private final EndConsents endConsents;
  private final WithdrawalEvents events;
  private final Clock clock;

  SayNo(
      Withdrawals withdrawals,
      Facts facts,
      EndConsents endConsents,
      WithdrawalEvents events,
      Clock clock) {
    this.withdrawals = withdrawals;
    this.facts = facts;
    this.endConsents = endConsents;
    this.events = events;
    this.clock = clock;
  }

  /** Effective when this transaction commits. */
  @Transactional
  public Withdrawal say(No no) {
    facts.lock(no.subject());
    Instant effectiveAt = newerThanEverything(no.subject());
    List<UUID> ended = endConsents.withdraw(no.subject(), no.covers(), effectiveAt);
    Withdrawal withdrawal =
        new Withdrawal(
            no.id(),
            no.subject(),
            no.kind(),
            no.covers(),
            no.channel(),
            no.wish(),
            effectiveAt,
            ended);
    withdrawals.add(withdrawal);
    facts.add(fact(withdrawal));
    events.received(withdrawal);
    return withdrawal;
  }

  private static Fact fact(Withdrawal withdrawal) {
    Said said =
        switch (withdrawal.kind()) {
          case WITHDRAWAL -> new Said.Withdrawn(withdrawal.id());
          case REFUSAL -> new Said.Refused(withdrawal.id());
        };
    return new Fact(
        withdrawal.id(),
        withdrawal.subject(),
        withdrawal.covers(),
        said,
        withdrawal.effectiveAt(),
        withdrawal.effectiveAt());
  }

  /** A no must not lose to an older yes because two machines' clocks differ. */
  private Instant newerThanEverything(SubjectRef subject) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return facts.of(subject).stream()
        .map(Fact::signedAt)
        .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
  }
}
