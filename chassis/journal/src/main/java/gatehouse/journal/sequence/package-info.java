/**
 * Numbers, leaf hashes and signed checkpoints: what makes the journal provable. One sequencer per
 * service works after the commits, so that nobody who writes waits for it.
 */
@NullMarked
package gatehouse.journal.sequence;

import org.jspecify.annotations.NullMarked;
