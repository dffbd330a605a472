/** Stop orders and their lifts in PostgreSQL. */
@NullMarked
package gatehouse.incident.stop.store;

import org.jspecify.annotations.NullMarked;
