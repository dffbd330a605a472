/** Templates over HTTP. */
@NullMarked
package gatehouse.consent.template.rest;

import org.jspecify.annotations.NullMarked;
