/** Withdrawals and refusals in SQL. */
@NullMarked
package gatehouse.consent.withdrawal.store;

import org.jspecify.annotations.NullMarked;
