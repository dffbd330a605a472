/** Who was called for which stop. */
@NullMarked
package gatehouse.incident.call.rest;

import org.jspecify.annotations.NullMarked;
