/** Notices in SQL. */
@NullMarked
package gatehouse.consent.notice.store;

import org.jspecify.annotations.NullMarked;
