/** Leading an application through its life over HTTP. */
@NullMarked
package gatehouse.admission.application.rest;

import org.jspecify.annotations.NullMarked;
