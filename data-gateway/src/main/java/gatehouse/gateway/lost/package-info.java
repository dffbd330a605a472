/**
 * Answers that somebody saw and nobody registered. A stream is registered when it ends; a gateway
 * that dies before takes the text with it. The journal knows what was let out: what never came to
 * an end there is registered as lost, so that people can look for what it led to.
 */
@NullMarked
package gatehouse.gateway.lost;

import org.jspecify.annotations.NullMarked;
