/** Writes drills into the journal; nobody outside has to act on one. */
@NullMarked
package gatehouse.incident.drill.events;

import org.jspecify.annotations.NullMarked;
