/**
 * Writing entries, and rows that come with them: in the caller's transaction, or committed in
 * groups by one writer. Both make the envelope first, so that what is stored is byte for byte what
 * is published and hashed.
 */
@NullMarked
package gatehouse.journal.append;

import org.jspecify.annotations.NullMarked;
