/** Results of skill tests over HTTP. */
@NullMarked
package gatehouse.admission.assessment.rest;

import org.jspecify.annotations.NullMarked;
