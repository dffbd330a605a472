/** Writes blocks into the journal and onto {@code gateway.block.v1}. */
@NullMarked
package gatehouse.gateway.block.events;

import org.jspecify.annotations.NullMarked;
