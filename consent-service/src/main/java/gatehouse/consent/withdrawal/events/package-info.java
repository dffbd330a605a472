/** Tells others of withdrawals through the journal. */
@NullMarked
package gatehouse.consent.withdrawal.events;

import org.jspecify.annotations.NullMarked;
