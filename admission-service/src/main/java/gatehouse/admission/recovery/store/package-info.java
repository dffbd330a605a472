/** Recovery cases in PostgreSQL. */
@NullMarked
package gatehouse.admission.recovery.store;

import org.jspecify.annotations.NullMarked;
