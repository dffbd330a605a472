/** The inbox against a real PostgreSQL and a real Kafka. */
@NullMarked
package gatehouse.inbox;

import org.jspecify.annotations.NullMarked;
