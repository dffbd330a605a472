/**
 * What went wrong with AI in this hospital, and the switch that turns it off: reports, the
 * emergency stop, fail-over and the recovery evaluation without which nothing starts again.
 */
@NullMarked
package gatehouse.incident;

import org.jspecify.annotations.NullMarked;
