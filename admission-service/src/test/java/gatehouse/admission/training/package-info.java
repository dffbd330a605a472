/** The register of training, held against its clock. */
@NullMarked
package gatehouse.admission.training;

import org.jspecify.annotations.NullMarked;
