/**
 * What a stranger's text may do to the engine and the gateway. A few seconds in every build, as
 * long as one likes by hand; a finding becomes a test beside the code that it broke.
 */
@NullMarked
package gatehouse.fuzz;

import org.jspecify.annotations.NullMarked;
