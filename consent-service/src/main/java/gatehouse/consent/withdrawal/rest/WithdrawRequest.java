package gatehouse.consent.withdrawal.rest;

import gatehouse.consent.withdrawal.Withdrawal;
import gatehouse.web.PersonNumber;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** A withdrawal as it comes in. Who says nothing of its reach withdraws from everything. */
record WithdrawRequest(
    @Nullable @Valid PersonNumber patient,
    @Nullable String subjectRef,
    @Nullable @Valid CoversRequest covers,
    Withdrawal.@Nullable WithdrawalChannel channel,
    Withdrawal.@Nullable Wish wish) {}
