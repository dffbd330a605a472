/** What is shown of the journal, against a real PostgreSQL and a real Kafka. */
@NullMarked
package gatehouse.proof;

import org.jspecify.annotations.NullMarked;
