/** Whether anything leaves the house after a stop was said to be enforced. */
@NullMarked
package gatehouse.faults.egress;

import org.jspecify.annotations.NullMarked;
