/**
 * The owner's side: it counts facts, lends leases from the one instance that holds the lock, and
 * confirms a fact as enforced once no lease that knows less can be alive.
 */
@NullMarked
package gatehouse.lease.owner;

import org.jspecify.annotations.NullMarked;
