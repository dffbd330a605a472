/**
 * The journal: what this service did, in order, provably, and told to others. This package is all
 * that a service sees of it: {@link gatehouse.journal.Journal} to write, {@link
 * gatehouse.journal.Receiver} to be told what other services wrote. No domain word stands here.
 */
@NullMarked
package gatehouse.journal;

import org.jspecify.annotations.NullMarked;
