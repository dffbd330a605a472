/** Secrets that are shown once and kept as a hash. */
@NullMarked
package gatehouse.gateway.secret;

import org.jspecify.annotations.NullMarked;
