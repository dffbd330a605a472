/**
 * The journal: what this service did, in order, signed, and told to others. This package is all
 * that a service needs of it: {@link gatehouse.journal.Journal} to write {@link
 * gatehouse.journal.Entry entries}. No domain word stands here.
 */
@NullMarked
package gatehouse.journal;

import org.jspecify.annotations.NullMarked;
