/** Scenarios over HTTP. */
@NullMarked
package gatehouse.admission.scenario.rest;

import org.jspecify.annotations.NullMarked;
