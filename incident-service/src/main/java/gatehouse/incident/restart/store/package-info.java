/** The panel's decisions in PostgreSQL. */
@NullMarked
package gatehouse.incident.restart.store;

import org.jspecify.annotations.NullMarked;
