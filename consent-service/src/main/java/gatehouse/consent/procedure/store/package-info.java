/** Steps, acknowledgements and escalations in PostgreSQL; only ever added. */
@NullMarked
package gatehouse.consent.procedure.store;

import org.jspecify.annotations.NullMarked;
