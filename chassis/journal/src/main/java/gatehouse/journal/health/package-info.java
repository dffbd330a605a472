/** Whether the journal lives: readiness and figures. */
@NullMarked
package gatehouse.journal.health;

import org.jspecify.annotations.NullMarked;
