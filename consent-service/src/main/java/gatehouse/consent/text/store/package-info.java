/** Texts in SQL, addressed by their digest, inserted and never changed. */
@NullMarked
package gatehouse.consent.text.store;

import org.jspecify.annotations.NullMarked;
