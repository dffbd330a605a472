/**
 * The leak and attack cases of the gateway, each a test named after its case, against the running
 * gateway, whole and streamed, with upstreams that record every byte. Where a value may go, it must
 * arrive; where it may not, no spelling of it may.
 */
@NullMarked
package gatehouse.gateway.leaks;

import org.jspecify.annotations.NullMarked;
