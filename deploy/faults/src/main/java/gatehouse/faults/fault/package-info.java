/** What can go wrong, and the dice that decide what goes wrong next. */
@NullMarked
package gatehouse.faults.fault;

import org.jspecify.annotations.NullMarked;
