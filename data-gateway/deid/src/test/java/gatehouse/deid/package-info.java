/** What the engine finds, keeps and gives back, seen from outside. */
@NullMarked
package gatehouse.deid;

import org.jspecify.annotations.NullMarked;
