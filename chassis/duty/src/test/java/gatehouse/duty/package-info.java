/** Locks, tried against holders that stand still. */
@NullMarked
package gatehouse.duty;

import org.jspecify.annotations.NullMarked;
