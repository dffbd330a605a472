package gatehouse.gateway.permit.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Data of {@code gatehouse.gateway.permit.ended.v1}; a reference instead of a person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PermitEnded(
    String permitId,
    String application,
    @Nullable String subjectRef,
    String reason,
    boolean sent) {}
