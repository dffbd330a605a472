/** Scopes over HTTP. */
@NullMarked
package gatehouse.consent.scope.rest;

import org.jspecify.annotations.NullMarked;
