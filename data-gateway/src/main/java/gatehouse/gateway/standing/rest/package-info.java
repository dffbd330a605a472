/** Asks the owners over HTTP, as a machine, and maps what they say. */
@NullMarked
package gatehouse.gateway.standing.rest;

import org.jspecify.annotations.NullMarked;
