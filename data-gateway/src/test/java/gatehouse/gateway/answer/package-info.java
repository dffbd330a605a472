/** Proves that what comes back is the caller's own, however it was cut. */
@NullMarked
package gatehouse.gateway.answer;

import org.jspecify.annotations.NullMarked;
