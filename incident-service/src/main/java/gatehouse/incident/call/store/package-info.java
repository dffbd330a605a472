/** Calls in PostgreSQL, and what the leases say of each stop. */
@NullMarked
package gatehouse.incident.call.store;

import org.jspecify.annotations.NullMarked;
