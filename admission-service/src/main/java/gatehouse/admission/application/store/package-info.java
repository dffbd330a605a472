/** Applications in PostgreSQL: columns for what queries ask, one JSON document for the rest. */
@NullMarked
package gatehouse.admission.application.store;

import org.jspecify.annotations.NullMarked;
