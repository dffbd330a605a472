/**
 * Breaks the running suite on purpose, under load, and counts afterwards what was lost, doubled,
 * reordered or let out.
 */
@NullMarked
package gatehouse.faults;

import org.jspecify.annotations.NullMarked;
