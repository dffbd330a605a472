@NullMarked
package gatehouse.incident.stop;

import org.jspecify.annotations.NullMarked;
