/**
 * Sentences to train the name model with: frames filled with words and made-up names, and a public
 * corpus with its names exchanged. Used by the command line only, never while de-identifying.
 */
@NullMarked
package gatehouse.deid.training;

import org.jspecify.annotations.NullMarked;
