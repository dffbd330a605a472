/** Keeps blocks in PostgreSQL. */
@NullMarked
package gatehouse.gateway.block.store;

import org.jspecify.annotations.NullMarked;
