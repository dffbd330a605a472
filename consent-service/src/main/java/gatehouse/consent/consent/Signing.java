package gatehouse.consent.consent;

import gatehouse.consent.fact.ConsentForm;
import gatehouse.consent.template.BlockKind;
import gatehouse.consent.text.TextDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person says yes.
 *
 * @param form on paper, electronically or by word of mouth
 * @param text the digest of what the person had before them
 * @param acknowledged the parts that the person acknowledged
 * @param voluntary whether the person declared to sign of their own will
 * @param preselected whether any answer came preselected
 * @param answers what the person answered to the checks, choice by question
 * @param taughtBack whether staff had the person explain it in their own words
 * @param evidence what proves the signature
 * @param writingImpossible why the person cannot sign, for word of mouth; else null
 * @param witness who witnessed it, for word of mouth; else null
 * @param signedAt when, or null for now
 * @param collectedBy who took it ({@code sub} of the token)
 */
public record Signing(
    ConsentForm form,
    TextDigest text,
    Set<BlockKind> acknowledged,
    boolean voluntary,
    boolean preselected,
    Map<String, String> answers,
    boolean taughtBack,
    Evidence evidence,
    @Nullable String writingImpossible,
    @Nullable String witness,
    @Nullable Instant signedAt,
    String collectedBy) {

  public Signing {
    acknowledged = Set.copyOf(acknowledged);
    answers = Map.copyOf(answers);
  }
}
