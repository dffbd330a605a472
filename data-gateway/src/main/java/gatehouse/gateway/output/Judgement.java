package gatehouse.gateway.output;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A physician's decision about an output.
 *
 * @param physicianRef pseudonym of the physician's subject
 * @param at when it was made
 * @param hasStatement whether the physician wrote a conclusion of the own, which releases to
 *     patients and into conclusions need (G-30)
 * @param reading how long the physician can have read; see {@link JudgeOutput}
 * @param hasty whether that is less than a human needs
 */
public record Judgement(
    String physicianRef, Instant at, boolean hasStatement, Duration reading, boolean hasty) {

  /** Why an output was rejected. */
  public enum RejectionReason {
    /** It states what is not there (G-48); opens a draft incident. */
    HALLUCINATION,
    /** It contradicts itself or plain logic (G-47); opens a draft incident. */
    LOGIC_FALLACY,
    /** Wrong, and neither of the above. */
    WRONG_RESULT,
    /** Right, and of no use here. */
    NOT_NEEDED,
    /** It belongs to another patient or encounter. */
    WRONG_PATIENT
  }

  /** With the reason of a rejection. */
  public record Rejection(Judgement by, RejectionReason reason) {}

  /** Whether this physician made it. */
  public boolean isBy(@Nullable String ref) {
    return physicianRef.equals(ref);
  }
}
