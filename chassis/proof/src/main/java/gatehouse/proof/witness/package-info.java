/**
 * Witnesses: tells others what this journal has signed, and remembers in this journal what another
 * one has. Who keeps the checkpoints of the others needs somebody to keep its own, and a journal
 * that is witnessed itself can do that.
 */
@NullMarked
package gatehouse.proof.witness;

import org.jspecify.annotations.NullMarked;
