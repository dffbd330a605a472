@NullMarked
package gatehouse.faults.fault;

import org.jspecify.annotations.NullMarked;
