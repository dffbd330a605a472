/** The register of training over HTTP. */
@NullMarked
package gatehouse.admission.training.rest;

import org.jspecify.annotations.NullMarked;
