/** Recalls in PostgreSQL. */
@NullMarked
package gatehouse.gateway.recall.store;

import org.jspecify.annotations.NullMarked;
