package gatehouse.gateway.output.rest;

import gatehouse.gateway.output.Judgement;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of a physician's decisions. */
final class OutputRequests {
  private static final String DIGEST = "sha256:[0-9a-f]{64}";
  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_STATEMENT = 4_000;

  private OutputRequests() {}

  /**
   * Takes it as it is.
   *
   * @param contentDigest of the content the physician saw
   * @param statement the physician's own conclusion
   */
  record ConfirmRequest(
      @NotNull @Pattern(regexp = DIGEST) String contentDigest,
      @Nullable @Size(min = 1, max = LONGEST_STATEMENT) String statement) {
    @Override
    public String toString() {
      return "ConfirmRequest[" + contentDigest + "]";
    }
  }

  /**
   * Takes it in other words.
   *
   * @param text the whole text as it shall stand in the record; the visible label is added to it
   */
  record EditRequest(
      @NotNull @Pattern(regexp = DIGEST) String contentDigest,
      @NotBlank @Size(max = LONGEST_TEXT) String text,
      @Nullable @Size(min = 1, max = LONGEST_STATEMENT) String statement) {
    @Override
    public String toString() {
      return "EditRequest[" + contentDigest + "]";
    }
  }

  /**
   * Made by a system outside the gateway, under a permit of its own.
   *
   * @param responsibleClinician staff number of the physician who answers for it
   * @param inputDigest SHA-256 of what the system was given
   * @param text what it said; null for images and the like, which stay where they are
   * @param contentDigest SHA-256 of content that stays where it is
   * @param labelled whether that content carries the label of AI-made content
   */
  record OutsideRequest(
      @NotNull UUID permitId,
      @NotBlank @Size(max = 64) String application,
      @NotBlank @Size(max = 64) String encounter,
      @NotBlank @Size(max = 64) String responsibleClinician,
      @NotNull @Pattern(regexp = DIGEST) String inputDigest,
      @Nullable @Size(min = 1, max = LONGEST_TEXT) String text,
      @Nullable @Pattern(regexp = DIGEST) String contentDigest,
      @Nullable Boolean labelled) {
    @AssertTrue(message = "give either text or contentDigest")
    boolean isOneContent() {
      return (text == null) != (contentDigest == null);
    }

    @Override
    public String toString() {
      return "OutsideRequest[" + permitId + "]";
    }
  }

  /** Does not take it; a hallucination or a logical fallacy opens a draft incident. */
  record RejectRequest(
      @NotNull @Pattern(regexp = DIGEST) String contentDigest,
      Judgement.@NotNull RejectionReason reason,
      @Nullable @Size(min = 1, max = LONGEST_STATEMENT) String statement) {
    @Override
    public String toString() {
      return "RejectRequest[" + contentDigest + ", " + reason + "]";
    }
  }
}
