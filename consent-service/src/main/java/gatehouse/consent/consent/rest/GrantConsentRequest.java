package gatehouse.consent.consent.rest;

import gatehouse.consent.consent.Evidence;
import gatehouse.consent.consent.Signing;
import gatehouse.consent.fact.ConsentForm;
import gatehouse.consent.template.BlockKind;
import gatehouse.consent.text.TextDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A yes as it comes in. */
record GrantConsentRequest(
    @NotNull ConsentForm form,
    @NotNull @Pattern(regexp = TextDigest.FORM) String textDigest,
    @NotNull Set<@NotNull BlockKind> acknowledged,
    boolean voluntary,
    boolean preselected,
    @Nullable @Size(max = 12) Map<@NotBlank String, @NotNull String> answers,
    boolean taughtBack,
    @NotNull @Valid EvidenceRequest evidence,
    @Nullable @Valid SpokenRequest spoken,
    @Nullable Instant signedAt) {

  /** What proves it. */
  record EvidenceRequest(
      Evidence.@NotNull Kind kind,
      @NotNull @Pattern(regexp = TextDigest.FORM) String digest,
      @Nullable Integer durationSeconds) {}

  /** Why it was spoken and not written, and who witnessed it (a staff number, not a name). */
  record SpokenRequest(
      @NotBlank @Size(max = 200) String writingImpossible,
      @NotBlank @Size(max = 100) String witness) {}

  Signing signing(String collectedBy) {
    return new Signing(
        form,
        new TextDigest(textDigest),
        acknowledged,
        voluntary,
        preselected,
        answers == null ? Map.of() : answers,
        taughtBack,
        new Evidence(
            evidence.kind(), new TextDigest(evidence.digest()), evidence.durationSeconds()),
        spoken == null ? null : spoken.writingImpossible(),
        spoken == null ? null : spoken.witness(),
        signedAt,
        collectedBy);
  }
}
