/**
 * Telling others: entries with a topic go to Kafka in the order of their numbers, at least once.
 * While Kafka is away nothing else waits for it.
 */
@NullMarked
package gatehouse.journal.publish;

import org.jspecify.annotations.NullMarked;
