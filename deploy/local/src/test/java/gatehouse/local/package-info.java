/** Tests of the local suite. */
@NullMarked
package gatehouse.local;

import org.jspecify.annotations.NullMarked;
