/** Known stops in PostgreSQL. */
@NullMarked
package gatehouse.admission.stop.store;

import org.jspecify.annotations.NullMarked;
