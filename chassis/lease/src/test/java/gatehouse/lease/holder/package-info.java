/** Tests of the holder's side. */
@NullMarked
package gatehouse.lease.holder;

import org.jspecify.annotations.NullMarked;
