package gatehouse.incident.incident.store;

import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.ReportedFacts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What no query asks for.
 *
 * @param stateText plan, evidence, learning note or reason, as the state has one
 * @param mergedInto the original of a merged incident
 */
record IncidentDocument(
    ReportedFacts facts,
    @Nullable String stateText,
    @Nullable UUID mergedInto,
    Incident.@Nullable Lowering lowering) {}
