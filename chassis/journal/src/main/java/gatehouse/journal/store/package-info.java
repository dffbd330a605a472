/** The table of the entries, and the queue of those without a number. */
@NullMarked
package gatehouse.journal.store;

import org.jspecify.annotations.NullMarked;
