/** Answers on their way to a caller. */
@NullMarked
package gatehouse.gateway.completion.rest;

import org.jspecify.annotations.NullMarked;
