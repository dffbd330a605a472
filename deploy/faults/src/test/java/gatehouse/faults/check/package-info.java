@NullMarked
package gatehouse.faults.check;

import org.jspecify.annotations.NullMarked;
