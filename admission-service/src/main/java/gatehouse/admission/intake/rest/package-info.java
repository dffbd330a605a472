/** Applying for a use, signing its facts and rule U over HTTP. */
@NullMarked
package gatehouse.admission.intake.rest;

import org.jspecify.annotations.NullMarked;
