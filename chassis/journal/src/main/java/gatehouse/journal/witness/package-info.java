/**
 * Remembers in this journal what another journal has signed. Who keeps the checkpoints of the
 * others needs somebody to keep its own, and a journal that is witnessed itself can do that.
 */
@NullMarked
package gatehouse.journal.witness;

import org.jspecify.annotations.NullMarked;
