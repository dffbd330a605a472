/** Drills in PostgreSQL, and what the lease knows of them. */
@NullMarked
package gatehouse.incident.drill.store;

import org.jspecify.annotations.NullMarked;
