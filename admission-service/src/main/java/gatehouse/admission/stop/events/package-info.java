/** Hears the stops of incident-service on incident.stop.v1. */
@NullMarked
package gatehouse.admission.stop.events;

import org.jspecify.annotations.NullMarked;
