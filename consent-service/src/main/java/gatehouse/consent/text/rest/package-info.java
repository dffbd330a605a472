/** Texts over HTTP. */
@NullMarked
package gatehouse.consent.text.rest;

import org.jspecify.annotations.NullMarked;
