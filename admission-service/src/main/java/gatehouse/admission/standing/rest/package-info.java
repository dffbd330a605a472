/** The question that enforcement points ask, over HTTP. */
@NullMarked
package gatehouse.admission.standing.rest;

import org.jspecify.annotations.NullMarked;
