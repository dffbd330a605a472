/** Hears the stops of incident-service on incident.stop.v1. */
@NullMarked
package gatehouse.consent.stop.events;

import org.jspecify.annotations.NullMarked;
