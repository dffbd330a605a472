/** The register of outputs in PostgreSQL, its texts sealed, each output under a key of its own. */
@NullMarked
package gatehouse.gateway.output.store;

import org.jspecify.annotations.NullMarked;
