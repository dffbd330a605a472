@NullMarked
package gatehouse.incident.call;

import org.jspecify.annotations.NullMarked;
