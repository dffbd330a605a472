@NullMarked
package gatehouse.incident.failover;

import org.jspecify.annotations.NullMarked;
