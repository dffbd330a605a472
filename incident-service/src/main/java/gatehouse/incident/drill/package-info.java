/**
 * The monthly drill of the emergency stop (G-51): a stop that every gateway applies for real, of an
 * application that does not exist. It is no stop order, so that there stays one way only to lift
 * those.
 */
@NullMarked
package gatehouse.incident.drill;

import org.jspecify.annotations.NullMarked;
