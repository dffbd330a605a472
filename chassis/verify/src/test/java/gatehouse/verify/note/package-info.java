/** Tests. */
@NullMarked
package gatehouse.verify.note;

import org.jspecify.annotations.NullMarked;
