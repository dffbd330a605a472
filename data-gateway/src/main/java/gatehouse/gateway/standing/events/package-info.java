/** Hears of stops from incident-service's events. */
@NullMarked
package gatehouse.gateway.standing.events;

import org.jspecify.annotations.NullMarked;
