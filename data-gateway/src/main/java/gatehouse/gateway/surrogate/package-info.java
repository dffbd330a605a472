/** Values that fit the patterns of a caller's schema, in place of tokens that do not. */
@NullMarked
package gatehouse.gateway.surrogate;

import org.jspecify.annotations.NullMarked;
