/** Tells others of stops, on {@code incident.stop.v1}. */
@NullMarked
package gatehouse.incident.stop.events;

import org.jspecify.annotations.NullMarked;
