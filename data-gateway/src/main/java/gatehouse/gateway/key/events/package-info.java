/** Writes keys into the journal, never the secret. */
@NullMarked
package gatehouse.gateway.key.events;

import org.jspecify.annotations.NullMarked;
