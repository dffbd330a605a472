/** Decisions over HTTP. */
@NullMarked
package gatehouse.consent.decision.rest;

import org.jspecify.annotations.NullMarked;
