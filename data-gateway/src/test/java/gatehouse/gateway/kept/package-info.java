/** Tests of what is kept. */
@NullMarked
package gatehouse.gateway.kept;

import org.jspecify.annotations.NullMarked;
