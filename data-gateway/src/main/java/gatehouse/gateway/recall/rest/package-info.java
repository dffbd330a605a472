/** The list of outputs that need a second reading. */
@NullMarked
package gatehouse.gateway.recall.rest;

import org.jspecify.annotations.NullMarked;
