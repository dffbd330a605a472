/** Tests. */
@NullMarked
package gatehouse.verify.tree;

import org.jspecify.annotations.NullMarked;
