/** Tests of the package of the same name. */
@NullMarked
package gatehouse.journal.append;

import org.jspecify.annotations.NullMarked;
