/** Reads the upstreams file. */
@NullMarked
package gatehouse.gateway.upstream.store;

import org.jspecify.annotations.NullMarked;
