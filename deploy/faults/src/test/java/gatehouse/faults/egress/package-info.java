@NullMarked
package gatehouse.faults.egress;

import org.jspecify.annotations.NullMarked;
