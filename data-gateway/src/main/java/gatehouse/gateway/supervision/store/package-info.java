/** Supervisions in PostgreSQL. */
@NullMarked
package gatehouse.gateway.supervision.store;

import org.jspecify.annotations.NullMarked;
