/** Writes calls into the journal and onto incident.stop.v1. */
@NullMarked
package gatehouse.incident.call.events;

import org.jspecify.annotations.NullMarked;
