@NullMarked
package gatehouse.faults.load;

import org.jspecify.annotations.NullMarked;
