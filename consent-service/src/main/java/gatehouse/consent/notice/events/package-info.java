/** Tells others of notices through the journal. */
@NullMarked
package gatehouse.consent.notice.events;

import org.jspecify.annotations.NullMarked;
