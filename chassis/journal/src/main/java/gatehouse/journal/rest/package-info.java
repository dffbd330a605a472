/** The journal over HTTP, for those who check. */
@NullMarked
package gatehouse.journal.rest;

import org.jspecify.annotations.NullMarked;
