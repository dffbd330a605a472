/** Hears of overdue steps on consent.withdrawal.v1. */
@NullMarked
package gatehouse.incident.withdrawal.events;

import org.jspecify.annotations.NullMarked;
