/** Fail-over runs in PostgreSQL. */
@NullMarked
package gatehouse.incident.failover.store;

import org.jspecify.annotations.NullMarked;
