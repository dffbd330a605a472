/** Results of skill tests in PostgreSQL. */
@NullMarked
package gatehouse.admission.assessment.store;

import org.jspecify.annotations.NullMarked;
