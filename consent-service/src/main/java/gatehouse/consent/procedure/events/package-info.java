/** Tells of steps done and overdue. */
@NullMarked
package gatehouse.consent.procedure.events;

import org.jspecify.annotations.NullMarked;
