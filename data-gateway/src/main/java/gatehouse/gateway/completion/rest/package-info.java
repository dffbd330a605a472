/** OpenAI's routes: their bodies, their headers and the shape of their errors. */
@NullMarked
package gatehouse.gateway.completion.rest;

import org.jspecify.annotations.NullMarked;
