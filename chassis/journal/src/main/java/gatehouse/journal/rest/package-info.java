/** What a caller is told when the journal could not write. */
@NullMarked
package gatehouse.journal.rest;

import org.jspecify.annotations.NullMarked;
