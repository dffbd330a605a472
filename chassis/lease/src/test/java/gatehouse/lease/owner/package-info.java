/** Tests of the owner's side. */
@NullMarked
package gatehouse.lease.owner;

import org.jspecify.annotations.NullMarked;
