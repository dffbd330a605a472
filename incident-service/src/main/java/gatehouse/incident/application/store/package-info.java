/** The copy in PostgreSQL. */
@NullMarked
package gatehouse.incident.application.store;

import org.jspecify.annotations.NullMarked;
