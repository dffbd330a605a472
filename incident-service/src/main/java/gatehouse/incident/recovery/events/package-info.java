/** Tells others of recoveries, on {@code incident.recovery.v1}. */
@NullMarked
package gatehouse.incident.recovery.events;

import org.jspecify.annotations.NullMarked;
