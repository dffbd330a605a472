package gatehouse.gateway.permit.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Data of {@code gatehouse.gateway.permit.decided.v1}; references instead of people. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PermitDecided(
    String permitId,
    String decision,
    String application,
    @Nullable String tier,
    @Nullable String productDigest,
    @Nullable String subjectRef,
    @Nullable String encounterRef,
    @Nullable String userRef,
    String purpose,
    SortedSet<String> categories,
    List<String> reasons,
    List<String> obligations,
    @Nullable String consentId,
    @Nullable String expiresAt,
    @Nullable Sent sent) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sent(
      String deployment,
      String zone,
      @Nullable String policy,
      Map<String, Integer> findings,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> stripped,
      @Nullable String fieldPolicy,
      String digest,
      @Nullable String streamedAs,
      @Nullable String streamedBy) {}
}
