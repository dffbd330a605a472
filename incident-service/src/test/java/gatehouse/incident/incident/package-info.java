@NullMarked
package gatehouse.incident.incident;

import org.jspecify.annotations.NullMarked;
