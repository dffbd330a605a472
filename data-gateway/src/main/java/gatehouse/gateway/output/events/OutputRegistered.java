package gatehouse.gateway.output.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Data of {@code gatehouse.gateway.output.registered.v1}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutputRegistered(
    String outputId,
    String permitId,
    String state,
    String application,
    @Nullable String productDigest,
    @Nullable String subjectRef,
    @Nullable String encounterRef,
    @Nullable String userRef,
    String deployment,
    String contentDigest,
    long characters,
    boolean complete) {}
