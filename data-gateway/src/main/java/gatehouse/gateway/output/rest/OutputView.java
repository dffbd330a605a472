package gatehouse.gateway.output.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.output.Judgement;
import gatehouse.gateway.output.Output;
import gatehouse.gateway.output.OutputState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An output without its text.
 *
 * @param contentDigest of the content as it stands; a decision names it
 * @param producedDigest of what the AI delivered
 * @param erasedAt since when its texts are destroyed; nobody decides about it any more
 * @param rejected why a physician did not take it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutputView(
    UUID outputId,
    OutputState.OutputStateName state,
    String application,
    @Nullable String productDigest,
    String deployment,
    UUID permitId,
    @Nullable String subjectRef,
    @Nullable String encounterRef,
    @Nullable String userRef,
    String inputDigest,
    String producedDigest,
    String contentDigest,
    long characters,
    boolean complete,
    Instant registeredAt,
    @Nullable Instant erasedAt,
    @Nullable JudgementView judgement,
    Judgement.@Nullable RejectionReason rejected) {

  /**
   * A physician's decision.
   *
   * @param readingMillis how long the physician can have read
   * @param hasty whether that is less than a human needs
   */
  record JudgementView(
      String physicianRef, Instant at, boolean hasStatement, long readingMillis, boolean hasty) {
    static JudgementView of(Judgement by) {
      return new JudgementView(
          by.physicianRef(), by.at(), by.hasStatement(), by.reading().toMillis(), by.hasty());
    }
  }

  /** One page; the next one begins with {@code before=next}. */
  record OutputPage(List<OutputView> outputs, @Nullable UUID next) {}

  /** The text, for a physician's eyes. */
  record ContentView(
      UUID outputId, OutputState.OutputStateName state, String contentDigest, String text) {
    /** Names no text. */
    @Override
    public String toString() {
      return "ContentView[" + outputId + "]";
    }
  }

  static OutputView of(Output output) {
    Judgement by = judgement(output.state());
    return new OutputView(
        output.id(),
        output.state().name(),
        output.origin().application(),
        output.origin().productDigest(),
        output.origin().deployment(),
        output.origin().permitId(),
        output.about().subjectRef(),
        output.about().encounterRef(),
        output.about().userRef(),
        output.produced().inputDigest(),
        output.produced().digest(),
        output.digest(),
        output.produced().characters(),
        output.produced().complete(),
        output.registeredAt(),
        output.erasedAt(),
        by == null ? null : JudgementView.of(by),
        output.state() instanceof OutputState.Rejected it ? it.rejection().reason() : null);
  }

  private static @Nullable Judgement judgement(OutputState state) {
    return switch (state) {
      case OutputState.Pending _, OutputState.Lost _ -> null;
      case OutputState.Confirmed it -> it.by();
      case OutputState.Edited it -> it.by();
      case OutputState.Rejected it -> it.rejection().by();
      case OutputState.Released it -> it.by();
    };
  }
}
