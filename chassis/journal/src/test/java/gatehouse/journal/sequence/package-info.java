/** Tests of the package of the same name. */
@NullMarked
package gatehouse.journal.sequence;

import org.jspecify.annotations.NullMarked;
