/** Reports and their follow-up over HTTP. */
@NullMarked
package gatehouse.incident.incident.rest;

import org.jspecify.annotations.NullMarked;
