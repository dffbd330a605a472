/** Consents in SQL. */
@NullMarked
package gatehouse.consent.consent.store;

import org.jspecify.annotations.NullMarked;
