/** The incident register in PostgreSQL. */
@NullMarked
package gatehouse.incident.incident.store;

import org.jspecify.annotations.NullMarked;
