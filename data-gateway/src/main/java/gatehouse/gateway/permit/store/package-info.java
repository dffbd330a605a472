/** Permits that were given to systems outside, in PostgreSQL. */
@NullMarked
package gatehouse.gateway.permit.store;

import org.jspecify.annotations.NullMarked;
