/** Keys in PostgreSQL, as hashes. */
@NullMarked
package gatehouse.gateway.key.store;

import org.jspecify.annotations.NullMarked;
