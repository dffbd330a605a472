/** Tests of values that fit a caller's schema. */
@NullMarked
package gatehouse.gateway.surrogate;

import org.jspecify.annotations.NullMarked;
