@NullMarked
package gatehouse.faults.suite;

import org.jspecify.annotations.NullMarked;
