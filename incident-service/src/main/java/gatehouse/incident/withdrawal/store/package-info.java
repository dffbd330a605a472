/** Which incident is about which withdrawal, in PostgreSQL. */
@NullMarked
package gatehouse.incident.withdrawal.store;

import org.jspecify.annotations.NullMarked;
