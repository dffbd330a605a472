/** Tells others of fail-over, on {@code incident.failover.v1}. */
@NullMarked
package gatehouse.incident.failover.events;

import org.jspecify.annotations.NullMarked;
