/** Hears the checkpoints of the other services, and tells of contradictions. */
@NullMarked
package gatehouse.incident.witness.events;

import org.jspecify.annotations.NullMarked;
