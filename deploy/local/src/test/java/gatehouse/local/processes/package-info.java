/** Tests of the local suite. */
@NullMarked
package gatehouse.local.processes;

import org.jspecify.annotations.NullMarked;
