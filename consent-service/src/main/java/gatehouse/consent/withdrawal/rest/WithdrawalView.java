package gatehouse.consent.withdrawal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.withdrawal.Withdrawal;
import gatehouse.lease.owner.EnforcementView;
import gatehouse.web.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A no as it goes out.
 *
 * @param enforcement ACCEPTED, and ENFORCED once no gateway can act against it any more; absent for
 *     a no that is older than leases
 * @param widenedTo the kind of reach that it was given because nobody knows what it names; absent
 *     when it reaches as far as it says
 * @param notes words for whoever gave it; absent when it did what it says, and when it is read
 *     later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WithdrawalView(
    UUID withdrawalId,
    String kind,
    String state,
    String subjectRef,
    CoversView covers,
    String channel,
    @Nullable String wish,
    Instant effectiveAt,
    List<UUID> ended,
    @Nullable EnforcementView enforcement,
    @Nullable String widenedTo,
    @Nullable List<Reason> notes) {

  /** How far it reaches. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CoversView(
      String kind,
      @Nullable String application,
      @Nullable String purpose,
      @Nullable UUID scopeId) {}

  static WithdrawalView of(Withdrawal withdrawal, @Nullable EnforcementView enforcement) {
    return told(withdrawal, enforcement, false, List.of());
  }

  /** As it is answered at once. */
  static WithdrawalView told(
      Withdrawal withdrawal,
      @Nullable EnforcementView enforcement,
      boolean widened,
      List<Reason> notes) {
    CoversView covers = covers(withdrawal.covers());
    Withdrawal.Wish wish = withdrawal.wish();
    return new WithdrawalView(
        withdrawal.id(),
        withdrawal.kind().name(),
        "EFFECTIVE",
        withdrawal.subject().value(),
        covers,
        withdrawal.channel().name(),
        wish == null ? null : wish.name(),
        withdrawal.effectiveAt(),
        withdrawal.ended(),
        enforcement,
        widened ? covers.kind() : null,
        notes.isEmpty() ? null : notes);
  }

  private static CoversView covers(Covers covers) {
    return switch (covers) {
      case Covers.Everything _ -> new CoversView("EVERYTHING", null, null, null);
      case Covers.AllAi _ -> new CoversView("ALL_AI", null, null, null);
      case Covers.AllResearch _ -> new CoversView("ALL_RESEARCH", null, null, null);
      case Covers.OneApplication one ->
          new CoversView("APPLICATION", one.application().value(), null, null);
      case Covers.OneScope one ->
          new CoversView(
              "SCOPE",
              one.atom().application().value(),
              one.atom().purpose().name(),
              one.scopeId());
    };
  }
}
