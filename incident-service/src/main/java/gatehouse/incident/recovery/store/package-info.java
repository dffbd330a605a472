/** Recovery evaluations in PostgreSQL. */
@NullMarked
package gatehouse.incident.recovery.store;

import org.jspecify.annotations.NullMarked;
