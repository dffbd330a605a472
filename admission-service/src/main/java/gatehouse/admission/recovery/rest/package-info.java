/** Recovery cases over HTTP. */
@NullMarked
package gatehouse.admission.recovery.rest;

import org.jspecify.annotations.NullMarked;
