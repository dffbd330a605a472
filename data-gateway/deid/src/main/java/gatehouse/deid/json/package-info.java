/** The little JSON that the command line reads and writes, one line at a time. */
@NullMarked
package gatehouse.deid.json;

import org.jspecify.annotations.NullMarked;
