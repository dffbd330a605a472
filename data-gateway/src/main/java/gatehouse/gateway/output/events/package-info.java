/** Writes outputs into the journal and onto {@code gateway.output.v1}. */
@NullMarked
package gatehouse.gateway.output.events;

import org.jspecify.annotations.NullMarked;
