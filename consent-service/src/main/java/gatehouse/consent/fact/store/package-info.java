/** Facts in SQL, inserted and never changed. */
@NullMarked
package gatehouse.consent.fact.store;

import org.jspecify.annotations.NullMarked;
