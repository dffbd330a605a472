/**
 * Calls people by the hospital's call tree when a stop is not confirmed in time (domain.md 4.2): a
 * stop that some gateway may not have applied needs somebody who pulls the plug.
 */
@NullMarked
package gatehouse.incident.call;

import org.jspecify.annotations.NullMarked;
