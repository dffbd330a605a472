/** Release tokens in PostgreSQL, as hashes. */
@NullMarked
package gatehouse.gateway.release.store;

import org.jspecify.annotations.NullMarked;
