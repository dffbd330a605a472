@NullMarked
package gatehouse.incident;

import org.jspecify.annotations.NullMarked;
