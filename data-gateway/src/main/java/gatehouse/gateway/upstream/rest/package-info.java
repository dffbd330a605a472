/**
 * Speaks to upstreams: HTTP/1.1, with back-pressure, with the upstream's own key and no other
 * header.
 */
@NullMarked
package gatehouse.gateway.upstream.rest;

import org.jspecify.annotations.NullMarked;
