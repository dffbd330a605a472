/** The suite under fault: its processes, and the wires between them. */
@NullMarked
package gatehouse.faults.suite;

import org.jspecify.annotations.NullMarked;
