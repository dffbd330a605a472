/** Writes permit decisions into the journal and onto {@code gateway.permit.v1}. */
@NullMarked
package gatehouse.gateway.permit.events;

import org.jspecify.annotations.NullMarked;
