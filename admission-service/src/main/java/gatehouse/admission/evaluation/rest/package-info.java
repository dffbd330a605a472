/** The strict track over HTTP. */
@NullMarked
package gatehouse.admission.evaluation.rest;

import org.jspecify.annotations.NullMarked;
