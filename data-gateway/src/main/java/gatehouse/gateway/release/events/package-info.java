/** Writes release tokens into the journal, never the secret. */
@NullMarked
package gatehouse.gateway.release.events;

import org.jspecify.annotations.NullMarked;
