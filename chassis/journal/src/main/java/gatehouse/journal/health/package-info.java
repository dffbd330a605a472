/**
 * Whether the journal lives: readiness, metrics, and the watchdog for readers that have silently
 * stopped.
 */
@NullMarked
package gatehouse.journal.health;

import org.jspecify.annotations.NullMarked;
