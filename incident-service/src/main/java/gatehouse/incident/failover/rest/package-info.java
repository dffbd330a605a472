/** Fail-over runs over HTTP. */
@NullMarked
package gatehouse.incident.failover.rest;

import org.jspecify.annotations.NullMarked;
