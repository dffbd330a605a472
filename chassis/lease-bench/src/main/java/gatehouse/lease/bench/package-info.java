/**
 * How fast a no takes hold: two real holders of leases let something out every 0.2 ms, an owner is
 * told a no over HTTP, and the figures are printed. For the tests' class paths; each service that
 * owns such a fact has a benchmark of its own that says how its no is spoken.
 */
@NullMarked
package gatehouse.lease.bench;

import org.jspecify.annotations.NullMarked;
