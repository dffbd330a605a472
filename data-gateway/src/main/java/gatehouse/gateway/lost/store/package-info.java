/** Reads the journal for streams that were let out. */
@NullMarked
package gatehouse.gateway.lost.store;

import org.jspecify.annotations.NullMarked;
