/** Parked events over HTTP, for the operator. */
@NullMarked
package gatehouse.inbox.rest;

import org.jspecify.annotations.NullMarked;
