/** Tests. */
@NullMarked
package gatehouse.verify;

import org.jspecify.annotations.NullMarked;
