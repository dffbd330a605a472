/** Competences and assessment windows in PostgreSQL. */
@NullMarked
package gatehouse.admission.training.store;

import org.jspecify.annotations.NullMarked;
