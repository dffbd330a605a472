@NullMarked
package gatehouse.incident.recovery;

import org.jspecify.annotations.NullMarked;
