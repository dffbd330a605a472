/** Templates in SQL. */
@NullMarked
package gatehouse.consent.template.store;

import org.jspecify.annotations.NullMarked;
