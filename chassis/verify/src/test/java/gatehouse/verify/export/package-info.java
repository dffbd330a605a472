/** Tests. */
@NullMarked
package gatehouse.verify.export;

import org.jspecify.annotations.NullMarked;
