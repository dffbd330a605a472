/** Tests of the package of the same name. */
@NullMarked
package gatehouse.journal.publish;

import org.jspecify.annotations.NullMarked;
