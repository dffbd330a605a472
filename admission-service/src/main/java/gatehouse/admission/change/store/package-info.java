/** Change cases in PostgreSQL. */
@NullMarked
package gatehouse.admission.change.store;

import org.jspecify.annotations.NullMarked;
