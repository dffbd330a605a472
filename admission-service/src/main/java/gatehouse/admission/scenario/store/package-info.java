/** Scenarios in PostgreSQL. */
@NullMarked
package gatehouse.admission.scenario.store;

import org.jspecify.annotations.NullMarked;
