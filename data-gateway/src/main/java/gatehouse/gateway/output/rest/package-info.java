/** The register of outputs over HTTP. */
@NullMarked
package gatehouse.gateway.output.rest;

import org.jspecify.annotations.NullMarked;
