/**
 * Tokens that stand for values while a text is outside, and the way back. A token is made of a
 * random nonce and a counter, never of the value.
 */
@NullMarked
package gatehouse.deid.placeholders;

import org.jspecify.annotations.NullMarked;
