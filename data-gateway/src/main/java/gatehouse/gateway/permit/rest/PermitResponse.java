package gatehouse.gateway.permit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.standing.ManualRoute;
import gatehouse.web.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision.
 *
 * @param permitId of a PERMIT; name it when you report trouble
 * @param decision {@code PERMIT} or {@code DENY}
 * @param expiresAt end of the permit (ISO 8601); ask again for the next call
 * @param reasons of a DENY, in the order of the questions
 * @param manualRoute of a DENY: what people do instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PermitResponse(
    @Nullable String permitId,
    String decision,
    @Nullable String expiresAt,
    List<String> obligations,
    List<Reason> reasons,
    List<String> clauses,
    @Nullable ManualRoute patientText,
    @Nullable ManualRoute manualRoute) {}
