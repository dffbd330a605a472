/** A vendor's view of its own products over HTTP. */
@NullMarked
package gatehouse.admission.vendorstatus.rest;

import org.jspecify.annotations.NullMarked;
