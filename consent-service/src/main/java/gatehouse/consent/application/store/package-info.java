/** The copy of the applications in SQL, one row per version that was learned. */
@NullMarked
package gatehouse.consent.application.store;

import org.jspecify.annotations.NullMarked;
