@NullMarked
package gatehouse.faults.plant;

import org.jspecify.annotations.NullMarked;
