/**
 * How a confirmed output gets into a record: a token for one use, one text, one physician and one
 * encounter (G-30, G-33).
 */
@NullMarked
package gatehouse.gateway.release;

import org.jspecify.annotations.NullMarked;
