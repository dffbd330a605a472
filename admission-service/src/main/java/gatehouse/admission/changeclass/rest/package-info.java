/** Change rules and control plans over HTTP. */
@NullMarked
package gatehouse.admission.changeclass.rest;

import org.jspecify.annotations.NullMarked;
