/**
 * The holder's side: a lease counted from the moment its request was sent, applied facts first, and
 * a loop that renews it. Whoever relies on a copy asks {@link gatehouse.lease.holder.HeldLease}
 * right before it acts.
 */
@NullMarked
package gatehouse.lease.holder;

import org.jspecify.annotations.NullMarked;
