/** The journal against a real PostgreSQL and a real Kafka. */
@NullMarked
package gatehouse.journal;

import org.jspecify.annotations.NullMarked;
