package gatehouse.gateway.block;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the security desk makes of one block. Until somebody triages it, there is none.
 *
 * @param triagedBy reference of the person who gave the verdict
 * @param explanation what was told to the caller, or which rule shall change; may name no patient
 */
public record BlockCase(
    UUID block,
    long version,
    CaseState state,
    Verdict verdict,
    String triagedBy,
    @Nullable String explanation,
    Instant changedAt) {

  /** What the block was. */
  public enum Verdict {
    /** Rightly held back. */
    TRUE_BLOCK,
    /** Wrongly; waits in the queue for a rule change that two persons release. */
    FALSE_POSITIVE,
    /** A drill. */
    TEST
  }

  BlockCase moved(CaseState next, Instant at) {
    return new BlockCase(block, version + 1, next, verdict, triagedBy, explanation, at);
  }

  BlockCase explained(CaseState next, String text, Instant at) {
    return new BlockCase(block, version + 1, next, verdict, triagedBy, text, at);
  }
}
