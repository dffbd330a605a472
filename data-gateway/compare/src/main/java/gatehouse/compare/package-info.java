/** Finders of others, to know how much better or worse the engine is on the same texts. */
@NullMarked
package gatehouse.compare;

import org.jspecify.annotations.NullMarked;
