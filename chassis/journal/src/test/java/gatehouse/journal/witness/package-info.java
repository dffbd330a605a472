@NullMarked
package gatehouse.journal.witness;

import org.jspecify.annotations.NullMarked;
