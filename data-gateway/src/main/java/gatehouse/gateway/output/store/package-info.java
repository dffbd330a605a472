/** The register of outputs in PostgreSQL, its texts under AES-256-GCM. */
@NullMarked
package gatehouse.gateway.output.store;

import org.jspecify.annotations.NullMarked;
