/**
 * The neighbours of the gateway, written by hand: the three owners, whose answers a test decides,
 * and upstreams that keep every byte they receive.
 */
@NullMarked
package gatehouse.gateway.fakes;

import org.jspecify.annotations.NullMarked;
