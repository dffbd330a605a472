/** Tests of the local suite. */
@NullMarked
package gatehouse.local.upstream;

import org.jspecify.annotations.NullMarked;
