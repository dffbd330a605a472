/**
 * What the gateway costs, measured beside a bare pass-through on the same machine. Run it with
 * {@code data-gateway/bench/run}; it prints figures and is no test.
 */
@NullMarked
package gatehouse.gateway.bench;

import org.jspecify.annotations.NullMarked;
