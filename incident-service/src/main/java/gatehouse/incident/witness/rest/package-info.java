/** The witness over HTTP, for those who verify. */
@NullMarked
package gatehouse.incident.witness.rest;

import org.jspecify.annotations.NullMarked;
