/**
 * A character perceptron that tags names: begin, middle, end, single, outside. Small whole-number
 * weights, hashed features, nothing allocated per character.
 */
@NullMarked
package gatehouse.deid.tagging;

import org.jspecify.annotations.NullMarked;
