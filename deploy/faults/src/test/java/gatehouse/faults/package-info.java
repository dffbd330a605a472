@NullMarked
package gatehouse.faults;

import org.jspecify.annotations.NullMarked;
