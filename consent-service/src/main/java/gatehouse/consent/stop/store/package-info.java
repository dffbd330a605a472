/** Known stops in PostgreSQL. */
@NullMarked
package gatehouse.consent.stop.store;

import org.jspecify.annotations.NullMarked;
