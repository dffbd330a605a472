/** Kafka as a process of its own. */
@NullMarked
package gatehouse.local.broker;

import org.jspecify.annotations.NullMarked;
