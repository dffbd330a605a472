/**
 * Tokens that were checked a moment ago. A program sends the same token with each call; its
 * signature is verified once a minute, and never taken on trust behind its own end.
 */
@NullMarked
package gatehouse.gateway.token.rest;

import org.jspecify.annotations.NullMarked;
