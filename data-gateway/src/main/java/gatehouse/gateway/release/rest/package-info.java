/** Release tokens over HTTP; a token never stands in a URL. */
@NullMarked
package gatehouse.gateway.release.rest;

import org.jspecify.annotations.NullMarked;
