/** Change cases over HTTP. */
@NullMarked
package gatehouse.admission.change.rest;

import org.jspecify.annotations.NullMarked;
