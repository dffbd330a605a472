/** Writes supervisions into the journal. */
@NullMarked
package gatehouse.gateway.supervision.events;

import org.jspecify.annotations.NullMarked;
