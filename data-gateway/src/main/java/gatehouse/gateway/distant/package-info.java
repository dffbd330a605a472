/** Labels that are not right beside their values, in the JSON of a caller's own (ADR 0548). */
@NullMarked
package gatehouse.gateway.distant;

import org.jspecify.annotations.NullMarked;
