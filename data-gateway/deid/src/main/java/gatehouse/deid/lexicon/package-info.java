/** Word lists of the engine and the automaton that finds all of them in one pass. */
@NullMarked
package gatehouse.deid.lexicon;

import org.jspecify.annotations.NullMarked;
