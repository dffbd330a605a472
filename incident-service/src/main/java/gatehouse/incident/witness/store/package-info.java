/** The kept checkpoints in PostgreSQL; the application role can only add. */
@NullMarked
package gatehouse.incident.witness.store;

import org.jspecify.annotations.NullMarked;
