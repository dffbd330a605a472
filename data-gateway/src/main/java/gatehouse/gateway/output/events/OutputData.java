package gatehouse.gateway.output.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.output.Judgement;
import gatehouse.gateway.output.Output;
import org.jspecify.annotations.Nullable;

/** What the events of {@code gateway.output.v1} carry. */
final class OutputData {
  private OutputData() {}

  /** Data of {@code gatehouse.gateway.output.registered.v1}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Registered(
      String outputId,
      String permitId,
      String state,
      String application,
      @Nullable String productDigest,
      @Nullable String subjectRef,
      @Nullable String encounterRef,
      @Nullable String userRef,
      String deployment,
      String inputDigest,
      String contentDigest,
      long characters,
      boolean complete) {}

  /** Data of every later event of an output. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Changed(
      String outputId,
      String state,
      String application,
      @Nullable String productDigest,
      @Nullable String subjectRef,
      @Nullable String encounterRef,
      String contentDigest,
      @Nullable String physicianRef,
      @Nullable Long readingMillis,
      @Nullable Boolean hasty,
      @Nullable String reason) {}

  static Registered registered(Output output) {
    return new Registered(
        output.id().toString(),
        output.origin().permitId().toString(),
        output.state().name().name(),
        output.origin().application(),
        output.origin().productDigest(),
        output.about().subjectRef(),
        output.about().encounterRef(),
        output.about().userRef(),
        output.origin().deployment(),
        output.produced().inputDigest(),
        output.produced().digest(),
        output.produced().characters(),
        output.produced().complete());
  }

  static Changed changed(
      Output output, @Nullable Judgement by, Judgement.@Nullable RejectionReason reason) {
    return new Changed(
        output.id().toString(),
        output.state().name().name(),
        output.origin().application(),
        output.origin().productDigest(),
        output.about().subjectRef(),
        output.about().encounterRef(),
        output.digest(),
        by == null ? null : by.physicianRef(),
        by == null ? null : by.reading().toMillis(),
        by == null ? null : by.hasty(),
        reason == null ? null : reason.name());
  }
}
