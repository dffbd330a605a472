/**
 * What would start again if a stop were lifted, and what the panel said to that: this service's
 * copies of what admission-service tells, read together. They can only add to what a lift must
 * prove.
 */
@NullMarked
package gatehouse.incident.restart;

import org.jspecify.annotations.NullMarked;
