/**
 * Keys for programs that cannot fetch a token, such as OpenAI's clients: one per caller, for some
 * routes and applications, ending by themselves and at once when revoked.
 */
@NullMarked
package gatehouse.gateway.key;

import org.jspecify.annotations.NullMarked;
