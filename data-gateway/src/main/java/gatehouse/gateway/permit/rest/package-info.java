/** The permit over HTTP. */
@NullMarked
package gatehouse.gateway.permit.rest;

import org.jspecify.annotations.NullMarked;
