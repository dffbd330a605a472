package gatehouse.gateway.output.rest;

import gatehouse.gateway.output.Judgement;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

  /** Does not take it; a hallucination or a logical fallacy opens a draft incident. */
  record RejectRequest(
      @NotNull @Pattern(regexp = DIGEST) String contentDigest,
      Judgement.@NotNull Reason reason,
      @Nullable @Size(min = 1, max = LONGEST_STATEMENT) String statement) {
    @Override
    public String toString() {
      return "RejectRequest[" + contentDigest + ", " + reason + "]";
    }
  }
}
