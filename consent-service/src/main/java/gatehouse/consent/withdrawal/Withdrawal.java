package gatehouse.consent.withdrawal;

import gatehouse.consent.fact.Covers;
import gatehouse.consent.subject.SubjectRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's no, whether to go on or from the start. It is effective when it is received; there is
 * no other state yet.
 *
 * @param id identity
 * @param subject the person
 * @param kind whether anything had to be agreed to before
 * @param covers how far it reaches
 * @param channel how it came
 * @param wish what becomes of data that are there already, or null when the person said nothing
 * @param effectiveAt from when on
 * @param ended the consents that it ended; empty when there was nothing to withdraw
 */
public record Withdrawal(
    UUID id,
    SubjectRef subject,
    Kind kind,
    Covers covers,
    WithdrawalChannel channel,
    @Nullable Wish wish,
    Instant effectiveAt,
    List<UUID> ended) {

  /** Which kind of no. */
  public enum Kind {
    /** No more. */
    WITHDRAWAL,
    /** No. */
    REFUSAL
  }

  /** How a no comes. */
  public enum WithdrawalChannel {
    PATIENT_PAGE,
    DESK,
    PHONE,
    PAPER,
    HIS
  }

  /** What becomes of data that are there already. */
  public enum Wish {
    STOP_USE,
    DELETE,
    ANONYMISE,
    RETURN_COPY,
    KEEP_FOR_DONE_STUDIES
  }

  public Withdrawal {
    ended = List.copyOf(ended);
  }
}
