/** Makes a repeated POST safe: one transaction holds the key, the effect and the answer. */
@NullMarked
package gatehouse.web.idempotency;

import org.jspecify.annotations.NullMarked;
