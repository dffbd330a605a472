@NullMarked
package gatehouse.incident.witness;

import org.jspecify.annotations.NullMarked;
