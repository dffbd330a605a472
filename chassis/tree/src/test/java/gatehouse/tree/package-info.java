/** Tests of the package of the same name. */
@NullMarked
package gatehouse.tree;

import org.jspecify.annotations.NullMarked;
