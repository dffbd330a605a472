/** Hears of stops. */
@NullMarked
package gatehouse.gateway.recall.events;

import org.jspecify.annotations.NullMarked;
