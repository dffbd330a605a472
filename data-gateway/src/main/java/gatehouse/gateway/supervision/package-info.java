/** A physician who watches a device while it acts (G-31): without a live one it gets no permit. */
@NullMarked
package gatehouse.gateway.supervision;

import org.jspecify.annotations.NullMarked;
