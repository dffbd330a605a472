@NullMarked
package gatehouse.incident.drill;

import org.jspecify.annotations.NullMarked;
