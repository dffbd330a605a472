/**
 * Compares what was acknowledged with the journals, the topics and the effects. Knows none of the
 * code that wrote them.
 */
@NullMarked
package gatehouse.faults.check;

import org.jspecify.annotations.NullMarked;
