/** Tests of the package of the same name. */
@NullMarked
package gatehouse.journal.receive;

import org.jspecify.annotations.NullMarked;
