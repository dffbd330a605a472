/** Beginning, heartbeat and end of a supervision over HTTP. */
@NullMarked
package gatehouse.gateway.supervision.rest;

import org.jspecify.annotations.NullMarked;
