/** Consents over HTTP. */
@NullMarked
package gatehouse.consent.consent.rest;

import org.jspecify.annotations.NullMarked;
