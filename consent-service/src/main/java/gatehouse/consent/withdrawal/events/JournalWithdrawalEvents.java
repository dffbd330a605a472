package gatehouse.consent.withdrawal.events;

import gatehouse.consent.fact.Covers;
import gatehouse.consent.withdrawal.Withdrawal;
import gatehouse.consent.withdrawal.WithdrawalEvents;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes every no into the journal, in the transaction that makes it effective. */
@ApplicationScoped
class JournalWithdrawalEvents implements WithdrawalEvents {
  private static final String TOPIC = "consent.withdrawal.v1";

  private final Journal journal;
  private final Actors actors;

  JournalWithdrawalEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** A no on the wire. */
  record WithdrawalData(
      String withdrawalId,
      String subjectRef,
      CoversData covers,
      String channel,
      @Nullable String wish,
      String effectiveAt,
      List<String> ended) {}

  /** How far it reaches, on the wire. */
  record CoversData(
      String kind,
      @Nullable String application,
      @Nullable String purpose,
      @Nullable String scopeId) {}

  @Override
  public void received(Withdrawal withdrawal) {
    journal.append(
        Entry.of(type(withdrawal.kind()), withdrawal.subject().value())
            .by(
                actors.acting(
                    "PATIENT",
                    "GUARDIAN",
                    "CONSENT_CLERK",
                    "NURSE",
                    "PHYSICIAN",
                    "RESIDENT",
                    "DUTY_MANAGER",
                    "MEDICAL_AFFAIRS",
                    "ETHICS_SECRETARY",
                    "HIS_SYSTEM",
                    "EMR_SYSTEM"))
            .clauses(withdrawal.kind() == Withdrawal.Kind.WITHDRAWAL ? "E-39" : "G-41")
            .topic(TOPIC)
            .data(data(withdrawal))
            .build());
  }

  private static String type(Withdrawal.Kind kind) {
    return switch (kind) {
      case WITHDRAWAL -> "gatehouse.consent.withdrawal.received.v1";
      case REFUSAL -> "gatehouse.consent.refusal.received.v1";
    };
  }

  private static WithdrawalData data(Withdrawal withdrawal) {
    Withdrawal.Wish wish = withdrawal.wish();
    return new WithdrawalData(
        withdrawal.id().toString(),
        withdrawal.subject().value(),
        covers(withdrawal.covers()),
        withdrawal.channel().name(),
        wish == null ? null : wish.name(),
        withdrawal.effectiveAt().toString(),
        withdrawal.ended().stream().map(UUID::toString).toList());
  }

  private static CoversData covers(Covers covers) {
    return switch (covers) {
      case Covers.Everything _ -> new CoversData("EVERYTHING", null, null, null);
      case Covers.AllAi _ -> new CoversData("ALL_AI", null, null, null);
      case Covers.AllResearch _ -> new CoversData("ALL_RESEARCH", null, null, null);
      case Covers.OneApplication one ->
          new CoversData("APPLICATION", one.application().value(), null, null);
      case Covers.OneScope one ->
          new CoversData(
              "SCOPE",
              one.atom().application().value(),
              one.atom().purpose().name(),
              one.scopeId().toString());
    };
  }
}
