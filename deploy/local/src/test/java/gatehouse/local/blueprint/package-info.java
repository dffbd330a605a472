/** Tests of the local suite. */
@NullMarked
package gatehouse.local.blueprint;

import org.jspecify.annotations.NullMarked;
