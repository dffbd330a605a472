package gatehouse.consent.withdrawal;

import gatehouse.consent.fact.Covers;
import gatehouse.consent.subject.SubjectRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A no as it comes in.
 *
 * @param id identity for the record of it
 * @param subject the person
 * @param kind whether anything had to be agreed to before
 * @param covers how far it reaches
 * @param channel how it came
 * @param wish what becomes of data that are there already, or null
 */
public record No(
    UUID id,
    SubjectRef subject,
    Withdrawal.Kind kind,
    Covers covers,
    Withdrawal.WithdrawalChannel channel,
    Withdrawal.@Nullable Wish wish) {}
