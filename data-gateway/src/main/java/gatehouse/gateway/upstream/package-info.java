/**
 * Where a call may go. Upstreams come from one file of the hospital's, never from a request; an
 * application reaches only the deployments that the file gives it.
 */
@NullMarked
package gatehouse.gateway.upstream;

import org.jspecify.annotations.NullMarked;
