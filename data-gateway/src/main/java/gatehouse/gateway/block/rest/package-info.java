/** Blocks over HTTP, as a list and as a live stream. */
@NullMarked
package gatehouse.gateway.block.rest;

import org.jspecify.annotations.NullMarked;
