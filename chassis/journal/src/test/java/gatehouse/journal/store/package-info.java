/** Locks, tried against holders that stand still. */
@NullMarked
package gatehouse.journal.store;

import org.jspecify.annotations.NullMarked;
