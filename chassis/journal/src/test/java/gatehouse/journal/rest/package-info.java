/** Tests of the journal over HTTP. */
@NullMarked
package gatehouse.journal.rest;

import org.jspecify.annotations.NullMarked;
