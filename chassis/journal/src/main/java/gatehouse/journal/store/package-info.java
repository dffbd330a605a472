/**
 * The journal's tables and the library's own connections to them. Own, because a lock that makes an
 * instance the only one lives and dies with a connection, and because proof must not wait for a
 * pool that business has emptied.
 */
@NullMarked
package gatehouse.journal.store;

import org.jspecify.annotations.NullMarked;
