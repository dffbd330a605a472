/**
 * Hearing others: one loop per topic, each event's effect once, and one bad event stops only its
 * own key. Offsets follow the database, never the other way round.
 */
@NullMarked
package gatehouse.inbox.receive;

import org.jspecify.annotations.NullMarked;
