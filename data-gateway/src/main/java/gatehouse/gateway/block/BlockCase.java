package gatehouse.gateway.block;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the security desk makes of one block. Until somebody triages it, there is none.
 *
 * @param triagedBy reference of the person who gave the verdict
 * @param explanation what was told to the caller, or which rule shall change; may name no patient
 * @param change what the person who released it says was changed; null until then
 */
public record BlockCase(
    UUID block,
    long version,
    CaseState state,
    Verdict verdict,
    String triagedBy,
    @Nullable String explanation,
    @Nullable RuleChange change,
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

  /**
   * The change of a rule that a false positive led to.
   *
   * @param reference id of the rule, or file and entry, as whoever keeps it calls it
   * @param version the first one that has the change
   */
  public record RuleChange(RuleKind kind, String reference, String version) {
    /** What was changed. */
    public enum RuleKind {
      /** A rule or detector of the engine. */
      ENGINE_RULE,
      /** An entry of one of the engine's lists of words. */
      DICTIONARY_ENTRY,
      /** What is done about a type of finding. */
      POLICY,
      /** The last look, or the list of sensitive words. */
      LAST_LOOK
    }
  }

  BlockCase moved(CaseState next, Instant at) {
    return new BlockCase(block, version + 1, next, verdict, triagedBy, explanation, change, at);
  }

  BlockCase explained(CaseState next, String text, Instant at) {
    return new BlockCase(block, version + 1, next, verdict, triagedBy, text, change, at);
  }

  BlockCase released(CaseState next, RuleChange named, Instant at) {
    return new BlockCase(block, version + 1, next, verdict, triagedBy, explanation, named, at);
  }
}
