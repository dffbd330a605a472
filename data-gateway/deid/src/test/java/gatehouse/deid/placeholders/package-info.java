/** Tokens and the way back. */
@NullMarked
package gatehouse.deid.placeholders;

import org.jspecify.annotations.NullMarked;
