package gatehouse.consent.withdrawal.rest;

import gatehouse.consent.withdrawal.Withdrawal;
import gatehouse.web.PersonNumber;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** A refusal as it comes in. Who says nothing of its reach refuses everything. */
record RefuseRequest(
    @Nullable @Valid PersonNumber patient,
    @Nullable String subjectRef,
    @Nullable @Valid CoversRequest covers,
    Withdrawal.@Nullable WithdrawalChannel channel) {}
