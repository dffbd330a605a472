/** Tells others of incidents, on {@code incident.incident.v1}. */
@NullMarked
package gatehouse.incident.incident.events;

import org.jspecify.annotations.NullMarked;
