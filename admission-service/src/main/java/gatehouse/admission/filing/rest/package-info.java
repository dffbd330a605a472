/** The filing track over HTTP. */
@NullMarked
package gatehouse.admission.filing.rest;

import org.jspecify.annotations.NullMarked;
