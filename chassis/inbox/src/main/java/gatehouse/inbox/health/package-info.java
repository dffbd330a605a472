/** Whether events are taken: readiness and figures. */
@NullMarked
package gatehouse.inbox.health;

import org.jspecify.annotations.NullMarked;
