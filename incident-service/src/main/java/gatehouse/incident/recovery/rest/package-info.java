/** The way back over HTTP. */
@NullMarked
package gatehouse.incident.recovery.rest;

import org.jspecify.annotations.NullMarked;
